import type { Office } from 'local-apps-script';
import { callRpc, openedPage } from './rpc';
import { PAUL, shopOn } from './shop';

const HOUR = 3_600_000;

/** Some of everything that the platform, people and the clock do with a set-up shop; gives what was answered. */
export const busyHour = async (office: Office): Promise<unknown[]> => {
  const shop = shopOn(office);
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], host);
  const answers: unknown[] = [];
  for (const orderId of ['one', 'two', 'three']) answers.push(await shop.post({ ...PAUL, orderId }));
  await shop.type('L2:L4', [['paid'], ['nonsense'], ['cancelled']]);
  await office.rows({ sheet: 'Orders', action: 'sort', column: 'C', ascending: false });
  await office.undo();
  await office.menu({ item: 'Today', user: 'staff' });
  answers.push(await callRpc(office, 'staff', openedPage(office)?.token ?? '', 'today.read'));
  office.select({ sheet: 'Orders', range: 'A2' });
  await office.menu({ item: 'Mark selection > shipped' });
  office.copy();
  await office.advance(HOUR);
  await office.call('App.nightly');
  await office.call('App.setUp');
  answers.push(await shop.get('route=orders'), await shop.get('route=summary'), await office.state());
  return answers;
};
