import type { WhatWaits } from '../../../src/email/staff/what-waits';
import { callRpc, openedPage } from '../../support/rpc';
import type { EmailShop } from '../email-shop';

/** Opens Waiting emails as a user; returns a way to call its methods. */
export const openWaits = async (shop: EmailShop, user = 'operator') => {
  await shop.menu('Emails > Waiting emails', user);
  const token = openedPage(shop.office)?.token ?? '';
  return (method: string, ...args: unknown[]) => callRpc(shop.office, user, token, method, ...args);
};

/** What the dialog shows to a user. */
export const whatWaits = async (shop: EmailShop, user = 'operator'): Promise<WhatWaits> => {
  const call = await openWaits(shop, user);
  return (await call('emails.waiting')).value as WhatWaits;
};
