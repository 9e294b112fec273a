import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ErasePlan } from '../../src/privacy/erase-customer';
import { copiesOf, runNightly } from '../backup/backup-shop';
import { times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { openShop, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';
import { type Customer, customers, liveThrough, neighborOf, noteOn, wordsOf } from './customers';
import { placesOf } from './held-texts';

afterEach(closeOffices);

/** Gives a backup a name of its own, as the guide says to keep it for good. */
const rename = ({ office }: Shop, id: string, name: string): void => {
  const host = { effectiveUser: 'operator@cps-photos.example', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('File.setName', [id, name], host);
};

/** A shop through which customers have lived, with a column and a note of staff, and three backups: one renamed, one damaged. */
const shopWith = async (all: readonly Customer[]): Promise<Shop> => {
  const shop = await openShop();
  await shop.office.edit({ sheet: 'Orders', range: 'S1:T1', values: [['My notes', 'Calls']] });
  for (const [nth, customer] of all.entries()) {
    await liveThrough(shop, customer, nth);
    await shop.office.advance(61_000);
  }
  await runNightly(shop);
  rename(shop, copiesOf(shop)[0]?.id ?? '', 'Keep for good');
  await shop.office.later(8 * 3_600_000);
  await runNightly(shop);
  const [copy] = copiesOf(shop);
  rename(shop, copy?.id ?? '', `${copy?.name} - damaged`);
  return shop;
};

/** What is about the neighbor: row, Ledger entry, emails. */
const neighborIn = (shop: Shop, nth: number) => ({
  row: shop.rows('Orders').filter((row) => row['Order ID'] === `n${nth}-1`),
  ledger: shop
    .rows('Ledger')
    .filter((row) => row['Order ID'] === `n${nth}-1`)
    .map(({ Head: _, ...entry }) => entry),
  emails: shop.rows('Outbox').filter((row) => row['Order ID'] === `n${nth}-1`),
});

test('no word of an erased customer is held anywhere once all that was shown is decided, and a neighbor stays whole', async () => {
  const count = times(3, 10);
  const [all = []] = fc.sample(customers(count), 1);
  const shop = await shopWith(all);
  const summary = (await shop.get('route=orders/summary')).summary;
  for (const [nth, customer] of all.entries()) {
    const words = wordsOf(customer);
    expect(placesOf(shop, words).length).toBeGreaterThan(20);
    const neighbor = neighborIn(shop, nth);
    expect(neighbor.row).toMatchObject([{ 'Customer Name': neighborOf(customer, nth).customerName }]);
    const call = await openPage(shop, 'Data > Erase a customer');
    const plan = await call<ErasePlan>('erase.plan', customer.email);
    expect(plan.orders).toHaveLength(2);
    expect(plan.addresses).toEqual([customer.otherAddress]);
    expect(plan.elsewhere).toEqual([]);
    expect(plan.backups.map(({ name }) => name)).toEqual(
      expect.arrayContaining(nth === 0 ? ['Keep for good', expect.stringMatching(/ - damaged$/)] : []),
    );
    const isBackup = nth === 0 ? plan.backups.map(({ id }) => id) : [];
    const done = await call<ErasePlan>(
      'erase.decided',
      customer.email,
      plan.decide.map(({ key }) => key),
      isBackup,
    );
    expect([done.missed, done.decide, done.elsewhere]).toEqual([[], [], []]);
    await shop.office.advance(61_000);
    // The street is the neighbor's, too: in the row, and twice in the Ledger.
    expect(
      placesOf(
        shop,
        words.filter((word) => word !== customer.street),
      ),
    ).toEqual([]);
    expect(placesOf(shop, [customer.street])).toHaveLength(3);
    expect(neighborIn(shop, nth)).toEqual(neighbor);
  }
  expect((await shop.get('route=orders/summary')).summary).toEqual(summary);
});

test('what is left undecided is exactly what the dialog names', async () => {
  const [[customer] = []] = fc.sample(customers(1), 1);
  if (!customer) throw new Error('no customer');
  const shop = await shopWith([customer]);
  noteOn(shop, 'B2', `PayPal of ${customer.name}`, 'Events');
  const call = await openPage(shop, 'Data > Erase a customer');
  const done = await call<ErasePlan>('erase.decided', customer.email, [], []);
  await shop.office.advance(61_000);
  const left = placesOf(shop, wordsOf(customer)).filter(
    (place) => !/spreadsheet (?:Keep|CPS Orders backup)/.test(place),
  );
  // A refused request with a misspelled email, the columns of staff with a short word or not, and two notes.
  expect(done.decide.map(({ where }) => where.replace(/ASDAR26-\d+/, 'N'))).toEqual([
    'Rejected, row 2',
    'My notes of N',
    'Calls of N',
    'Note on Calls of N',
    'Note on S4 of Orders (N)',
    'Note on B2 of Events',
  ]);
  expect(done.backups.map(({ name }) => name)).toContain('Keep for good');
  const named = done.decide.map(({ text }) => text);
  const isNamed = (place: string): boolean => named.some((text) => place.endsWith(`: ${text}`));
  const isOfRefused = (place: string): boolean => place.includes(customer.misspelled);
  const isNeighbors = (place: string): boolean => place.includes(`${customer.street} in `);
  expect(left.filter((place) => !isNamed(place) && !isOfRefused(place) && !isNeighbors(place))).toEqual([]);
});

test('a note that names the customer by another writing of their phone is found, and one on the row of another is cleaned only', async () => {
  const shop = await openShop();
  const [[customer] = []] = fc.sample(customers(1), 1);
  if (!customer) throw new Error('no customer');
  await shop.office.edit({ sheet: 'Orders', range: 'S1:T1', values: [['My notes', 'Calls']] });
  await liveThrough(shop, customer, 0);
  noteOn(shop, 'A3', `cousin of ${customer.writtenPhone.replace(/\D/g, '.')}, likes blue`);
  const call = await openPage(shop, 'Data > Erase a customer');
  const { decide } = await call<ErasePlan>('erase.plan', customer.email);
  const others = decide.filter(({ what, where }) => what === 'note' && !where.includes('Calls'));
  await call(
    'erase.decided',
    customer.email,
    others.map(({ key }) => key),
    [],
  );
  expect(Object.values(shop.notes('Orders')).join('\n')).toContain('knows (erased)');
});
