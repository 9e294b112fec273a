import { afterEach, expect, test } from '@jest/globals';
import { PEOPLE } from '../../demo/cps';
import { closeOffices } from '../support/office';
import { openPage } from '../support/shown-dialog';
import { DAY, type EmailShop, openEmailShop, order } from './email-shop';

afterEach(closeOffices);

/** A shop whose Settings have no postal address. */
const openNameless = async (): Promise<EmailShop> => {
  const shop = await openEmailShop();
  await shop.setting('Studio address', '');
  return shop;
};

const told = (shop: EmailShop) =>
  shop.emails().filter(({ to, subject }) => to === PEOPLE.operator && subject.includes('postal address'));

const asked = (shop: EmailShop) => shop.customerEmails().filter(({ subject }) => subject.startsWith('How do you like'));

/** Sweeps on the mornings of the next days, at 9:30. */
const mornings = async (shop: EmailShop, days: number): Promise<void> => {
  for (let day = 0; day < days; day++) {
    shop.office.world.clock.freeze(shop.office.world.clock.now() + DAY);
    const local = new Date(shop.office.world.clock.now()).toISOString().slice(0, 10);
    shop.office.world.clock.freeze(Date.parse(`${local}T13:30:00Z`));
    await shop.office.call('App.sweep');
    shop.office.world.clock.advance(60_000);
    await shop.office.call('App.sweep');
  }
};

const shipOne = async (shop: EmailShop): Promise<void> => {
  await shop.post(order(1));
  await shop.type('L2', 'paid');
  await shop.type('L2', 'shipped');
};

const property = (shop: EmailShop, name: string, value: string): void => {
  const { office } = shop;
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', name, value], host);
};

const addressLine = async (shop: EmailShop) => {
  const call = await openPage(shop, 'Health');
  const lines = await call<{ key: string; state: string; text: string; todo: string }[]>('health.read');
  return lines.find(({ key }) => key === 'address');
};

test('without a postal address the operator is notified once, after the first email, and Health shows it', async () => {
  const shop = await openNameless();
  await shop.sweep();
  expect(told(shop)).toEqual([]);
  await shop.post(order(1));
  for (let runs = 0; runs < 3; runs++) await shop.sweep();
  await shop.office.later(2 * DAY);
  await shop.post(order(2));
  await shop.sweep();
  expect(told(shop)).toHaveLength(1);
  expect(told(shop)[0]?.text).toContain('Feedback requests are on hold until you add it.');
  expect(await addressLine(shop)).toMatchObject({
    state: 'warning',
    text: "There's none on emails and envelopes yet. Feedback requests are on hold until you add it.",
    todo: expect.stringContaining('Studio address'),
  });
  await shop.setting('Studio address', '100 Studio Way, Tampa, FL 33602');
  expect(await addressLine(shop)).toMatchObject({
    state: 'good',
    text: 'CPS Photos, 100 Studio Way, Tampa, FL 33602.',
  });
  await shop.setting('Studio address', '100 Studio Way Tampa');
  expect(await addressLine(shop)).toMatchObject({ state: 'warning', todo: expect.stringContaining('Studio address') });
});

test('in a new sheet, feedback requests wait for the address and go out on the next morning', async () => {
  const shop = await openNameless();
  await shipOne(shop);
  await mornings(shop, 5);
  expect(asked(shop)).toEqual([]);
  await shop.setting('Studio address', '100 Studio Way\nTampa, FL 33602');
  await mornings(shop, 1);
  expect(asked(shop)).toHaveLength(1);
  expect(asked(shop)[0]?.text).toContain('CPS Photos\n100 Studio Way\nTampa, FL 33602');
  expect(asked(shop)[0]?.html).toContain('CPS Photos<br>100 Studio Way<br>Tampa, FL 33602');
});

test('a request that waited too long is dropped and counted, not forgotten', async () => {
  const shop = await openNameless();
  await shipOne(shop);
  await mornings(shop, 9);
  expect(asked(shop)).toEqual([]);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'feedback dropped')).toHaveLength(1);
});

test('a sheet that was already in use keeps asking for feedback', async () => {
  const shop = await openNameless();
  property(shop, 'ADDRESS_FIRST', '');
  await shipOne(shop);
  await mornings(shop, 5);
  expect(asked(shop)).toHaveLength(1);
  await shop.office.call('App.setUp');
  expect((await addressLine(shop))?.text).toContain('Feedback requests go out without it.');
});

test('set-up asks for the address and stores it, for the operator only', async () => {
  const shop = await openNameless();
  const call = await openPage(shop, 'Set up this sheet');
  expect(await call('setUp.run', {})).toMatchObject({ studioName: 'CPS Photos', studioAddress: '' });
  expect(await call('setUp.address', '100 Studio Way\nSuite 7\nTampa, FL 33602')).toBe('kept');
  const kept = shop.rows('Settings').find(({ Setting }) => Setting === 'Studio address');
  expect(kept?.Value).toBe('100 Studio Way\nSuite 7\nTampa, FL 33602');
  const staff = await openPage(shop, 'Set up this sheet', 'staff');
  await expect(staff('setUp.address', 'x')).rejects.toThrow('Only the operator');
});
