import { afterEach, expect, test } from '@jest/globals';
import { token, WEB_APP } from '../customers/pages-shop';
import { visitorOf } from '../customers/visitor';
import { closeOffices } from '../support/office';
import { openPage } from '../support/shown-dialog';
import { type EmailShop, openEmailShop, order } from './email-shop';

afterEach(closeOffices);

const UPS = '1Z999AA10123456784';
const USPS = '9400111899223818218407';

const openShipped = async (tracked: string): Promise<EmailShop> => {
  const shop = await openEmailShop();
  shop.office.world.webAppUrl = WEB_APP;
  await shop.post(order(1));
  await shop.type('S1', 'Tracking Number');
  await shop.type('L2', 'paid');
  await shop.post({ route: 'orders/shipping', orderId: 'order-1', shipped: true, trackingNumber: tracked });
  return shop;
};

const lastText = (shop: EmailShop): string => shop.customerEmails().at(-1)?.text ?? '';

/** What the card, a resent email and the customer's page show. */
const toldBy = async (shop: EmailShop) => {
  const call = await openPage(shop, 'Find order');
  const { tracking } = await call<{ tracking: { number: string } }>('orders.card', 'order-1');
  const preview = await call<{ html: string }>('orders.preview', 'order-1', 'shipped');
  await call('orders.resend', 'order-1', 'shipped', '');
  const link = `${WEB_APP}?page=order&t=${token(shop, 'order', 'order-1')}`;
  const page = await visitorOf(shop).open(link);
  return { card: tracking.number, preview: preview.html, email: lastText(shop), page };
};

test('the platform’s number is written to staff’s column; once corrected there, the new one is used everywhere', async () => {
  const shop = await openShipped(USPS);
  expect(shop.rows('Orders')[0]?.['Tracking Number']).toBe(USPS);
  expect(lastText(shop)).toContain(USPS);
  await shop.type('S2', UPS);
  const told = await toldBy(shop);
  expect(told.card).toBe(UPS);
  for (const text of [told.preview, told.email, told.page]) {
    expect(text).toContain(UPS);
    expect(text).not.toContain(USPS);
  }
  const call = await openPage(shop, 'Find order');
  await call('orders.track', 'order-1', USPS);
  expect(shop.rows('Orders')[0]?.['Tracking Number']).toBe(USPS);
  expect((await toldBy(shop)).card).toBe(USPS);
});

test.each(['n/a', 'lost in the email', '=1/0'])(
  'customers never see a note such as %s in that column',
  async (note) => {
    const shop = await openShipped(USPS);
    await shop.type('S2', note);
    const told = await toldBy(shop);
    expect(told.card).toBe(USPS);
    for (const text of [told.preview, told.email, told.page]) {
      expect(text).toContain(USPS);
      expect(text).not.toMatch(/n\/a|lost in the email|#DIV/);
    }
  },
);

test('a number that arrives after an order has shipped is stored once, without an email', async () => {
  const shop = await openShipped('');
  const emails = shop.emails().length;
  const send = () => shop.post({ route: 'orders/shipping', orderId: 'order-1', shipped: true, trackingNumber: UPS });
  expect(await send()).toMatchObject({ ok: true, status: 'shipped', shippingStatus: 'shipped' });
  expect(shop.rows('Orders')[0]).toMatchObject({ 'Tracking Number': UPS, Status: 'shipped' });
  expect(await send()).toMatchObject({ ok: true, unchanged: true });
  await shop.sweep();
  expect(shop.emails()).toHaveLength(emails);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'tracking')).toMatchObject([
    { By: 'ordering platform', Detail: `Tracking number ${UPS} added to order ASDAR26-0001.` },
  ]);
  expect((await toldBy(shop)).card).toBe(UPS);
});

test('the column keeps long numbers and zeros as typed, and a number rounded by Google is never shared', async () => {
  const shop = await openEmailShop();
  for (const n of [1, 2]) await shop.post(order(n));
  await shop.type('S1', 'Tracking');
  await shop.type('S2', USPS);
  expect(typeof shop.rows('Orders')[0]?.Tracking).toBe('number');
  await shop.type('S1', 'Tracking Number');
  await shop.type('S3', USPS);
  await shop.type('L2', [['paid'], ['paid']]);
  await shop.type('L2', [['shipped'], ['shipped']]);
  const [rounded, kept] = shop.customerEmails().slice(-2);
  expect(kept?.text).toContain(USPS);
  expect(rounded?.text).toContain('Your prints shipped on');
  expect(rounded?.text).not.toMatch(/tracking|Follow|9[.4]/i);
});
