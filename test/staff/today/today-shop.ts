import type { TodayAnswer } from '../../../src/staff/today/read-today';
import { callRpc, openedPage } from '../../support/rpc';
import type { Shop } from '../../support/shop';

/** Opens Today as this user; returns the token of its page. */
export const openToday = async ({ office }: Shop, user = 'operator'): Promise<string> => {
  await office.call('App.showToday', [], user);
  return openedPage(office)?.token ?? '';
};

/** What Today shows to this user. @throws Error with the message that they'd read instead. */
export const readToday = async (shop: Shop, user = 'operator'): Promise<TodayAnswer> => {
  const { value, error } = await callRpc(shop.office, user, await openToday(shop, user), 'today.read');
  if (error) throw new Error(error);
  return value as TodayAnswer;
};

/** How many there are of each thing that needs attention. */
export const counts = ({ items }: TodayAnswer): Record<string, number> =>
  Object.fromEntries(items.map(({ key, count }) => [key, count]));
