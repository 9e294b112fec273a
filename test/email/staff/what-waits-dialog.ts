import type { WhatWaits } from '../../../src/email/staff/what-waits';
import { callRpc, openedPage } from '../../support/rpc';
import type { MailShop } from '../email-shop';

/** Opens What waits as a person; gives a way to call its methods. */
export const openWaits = async (shop: MailShop, user = 'operator') => {
  await shop.menu('Emails > What waits', user);
  const token = openedPage(shop.office)?.token ?? '';
  return (method: string, ...args: unknown[]) => callRpc(shop.office, user, token, method, ...args);
};

/** What the dialog shows to a person. */
export const whatWaits = async (shop: MailShop, user = 'operator'): Promise<WhatWaits> => {
  const call = await openWaits(shop, user);
  return (await call('mails.waiting')).value as WhatWaits;
};
