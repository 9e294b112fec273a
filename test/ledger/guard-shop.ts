import { openShop, PAUL, type Shop } from '../support/shop';

/** Milliseconds. */
export const MINUTE = 60_000;
/** An order to be picked up. */
export const PICKUP = {
  ...PAUL,
  fulfillmentType: 'pickup',
  street: '',
  apartment: '',
  city: '',
  state: '',
  zipCode: '',
};

/** A shop with some orders of different customers. */
export const shopOf = async (...bodies: readonly object[]): Promise<Shop> => {
  const shop = await openShop();
  for (const [index, body] of bodies.entries()) {
    await shop.post({
      ...body,
      orderId: `id-${index}`,
      customerName: `Customer ${index}`,
      email: `c${index}@example.com`,
    });
  }
  return shop;
};

/** The subjects of all emails, oldest first. */
export const subjects = (shop: Shop) => shop.emails().map(({ subject }) => subject);
/** Status and Shipping Status of each row. */
export const statuses = (shop: Shop) => shop.rows('Orders').map((row) => [row.Status, row['Shipping Status']]);
/** What toasts said. */
export const toasts = ({ office }: Shop) => office.world.ui.toasts.map(({ message }) => message);
/** The lines of the Activity tab about flagged rows. */
export const flagged = (shop: Shop) => shop.rows('Activity').filter(({ Event }) => Event === 'flagged');
/** Types a setting. */
export const setting = async (shop: Shop, name: string, value: string): Promise<void> => {
  const row = shop.rows('Settings').findIndex(({ Setting }) => Setting === name);
  await shop.office.edit({ sheet: 'Settings', range: `B${row + 2}`, values: [[value]] });
};
/** Switches a kind of email off. */
export const switchOff = (shop: Shop, kind: string) =>
  shop.office.edit({
    sheet: 'Emails',
    range: `B${shop.rows('Emails').findIndex(({ Kind }) => Kind === kind) + 2}`,
    values: [['off']],
  });
