import { PAGE_SECRET, type PagePurpose, pageToken } from '../../src/core/page-token';
import { nodeCrypto } from '../support/node-crypto';
import { NOW } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

export const ORDER = { ...PAUL, orderId: 'o1' };
export const WEB_APP = 'https://script.example/exec';

export const open = async (): Promise<Shop> => {
  const shop = await openShop();
  shop.office.world.webAppUrl = WEB_APP;
  return shop;
};

export const token = (shop: Shop, purpose: PagePurpose, orderId = 'o1', from = NOW): string => {
  const secret = shop.office.world.properties.read(`script:${shop.office.bound}`)[PAGE_SECRET] ?? '';
  return pageToken(nodeCrypto, secret, purpose, orderId, from);
};

export const link = (shop: Shop, purpose: PagePurpose, more = '', orderId = 'o1'): string =>
  `${WEB_APP}?page=${purpose}&t=${encodeURIComponent(token(shop, purpose, orderId))}${more}`;

/** Everything that a visit could have changed. */
export const recorded = (shop: Shop) =>
  JSON.stringify([shop.rows('Orders'), shop.rows('Ledger'), shop.rows('Activity'), shop.emails()]);

export const sweepSoon = async (shop: Shop): Promise<void> => {
  shop.office.world.clock.advance(5 * 60_000);
  await shop.office.call('App.sweep');
};
