import { afterAll, expect, test } from '@jest/globals';
import type { TypedEvent } from '../../../src/core/event-form';
import type { EventsAnswer, EventsList } from '../../../src/staff/events/edit-events';
import { type CodedOrder, unknownCodes } from '../../../src/staff/events/unknown-codes';
import { readEvents } from '../../../src/workbook/events';
import { closeOffices } from '../../support/office';
import { callRpc, openedPage } from '../../support/rpc';
import { openShop, PAUL, type Shop } from '../../support/shop';

afterAll(closeOffices);

const NEW: TypedEvent = {
  code: 'WINTER27',
  name: 'Winter Games 2027',
  starts: '2027-01-15',
  ends: '2027-01-17',
  city: 'Denver',
  state: 'co',
  pickupPlace: 'Hall B',
  pickupHours: '',
  howToPay: '',
  alsoWritten: '',
};

const openEvents = async (shop: Shop, user = 'operator') => {
  await shop.office.menu({ item: 'Events and prices > Events', user });
  const { token } = openedPage(shop.office) ?? { token: '' };
  const call = async <T>(method: string, ...args: unknown[]): Promise<T> => {
    const { ok, value, error } = await callRpc(shop.office, user, token, method, ...args);
    if (!ok) throw new Error(error);
    return value as T;
  };
  return {
    read: () => call<EventsList>('events.read'),
    save: (was: TypedEvent | null, typed: TypedEvent) => call<EventsAnswer>('events.save', was, typed),
    typo: (code: string, event: string) => call<EventsList>('events.typo', code, event),
  };
};

test('a new event is added below the last one and applies to the next order', async () => {
  const shop = await openShop();
  const { save } = await openEvents(shop, 'staff');
  await save(null, NEW);
  expect(shop.rows('Events')[1]).toMatchObject({
    'Event Code': 'WINTER27',
    Starts: expect.stringContaining('2027-01-15'),
    State: 'CO',
    'Pickup Place': 'Hall B',
  });
  expect(shop.rows('Activity').at(-1)).toMatchObject({ Event: 'events', By: 'staff@cps-photos.example' });
  const { warnings } = await shop.post({ ...PAUL, eventCode: 'winter27', fulfillmentType: 'pickup' });
  expect(warnings).toBeUndefined();
  expect(shop.emails()[0]?.text).toContain('Hall B');
});

test('only the cells that were changed are written; what staff typed by hand beside them stays', async () => {
  const shop = await openShop();
  await shop.office.edit({ sheet: 'Events', range: 'K1:K2', values: [['Chair'], ['Dana']] });
  await shop.office.edit({ sheet: 'Events', range: 'C2', values: [['first weekend of December']] });
  const { read, save } = await openEvents(shop);
  const [was] = (await read()).events;
  if (!was) throw new Error('no event');
  expect(was.problems).toEqual([
    { field: 'starts', message: '"first weekend of December" isn\'t a date such as 2026-12-04.' },
  ]);
  expect(await save(was, { ...was, name: 'Dance 2026' })).toHaveProperty('problems');
  await save(was, { ...was, name: 'Dance 2026', starts: '2026-12-04' });
  expect(shop.rows('Events')[0]).toMatchObject({
    'Event Name': 'Dance 2026',
    Starts: expect.stringContaining('2026-12-04'),
    Chair: 'Dana',
  });
});

test.each<[string, Partial<TypedEvent>, string]>([
  ['no code', { code: '' }, 'code'],
  ['a code with a blank', { code: 'WIN TER' }, 'code'],
  ['the code of orders without an event', { code: 'cps' }, 'code'],
  ['a code that is taken', { code: 'asdar26' }, 'code'],
  ['no name', { name: ' ' }, 'name'],
  ['a last day before the first', { ends: '2027-01-14' }, 'ends'],
  ['a day that is none', { starts: '2027-02-30' }, 'starts'],
  ['a state that is none', { state: 'ZZ' }, 'state'],
  ['another event’s code among its typos', { alsoWritten: 'WINTR27, ASDAR26' }, 'alsoWritten'],
])('%s gets an error at its field, and nothing is written', async (_name, wrong, field) => {
  const shop = await openShop();
  const { save } = await openEvents(shop);
  const answer = await save(null, { ...NEW, ...wrong });
  expect('problems' in answer && answer.problems.map((problem) => problem.field)).toEqual([field]);
  expect(shop.rows('Events')).toHaveLength(1);
});

test('an unknown code is asked about, a typo counts as its event from then on, and numbers stay', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, eventCode: 'ASDRA26', fulfillmentType: 'pickup' });
  await shop.post({ ...PAUL, eventCode: '', customerName: 'Ann Lee' });
  const { read, typo } = await openEvents(shop);
  const { unknown } = await read();
  expect(unknown).toEqual([{ code: 'ASDRA26', ids: [expect.any(String)], likely: 'ASDAR26' }]);
  expect((await typo('ASDRA26', 'ASDAR26')).unknown).toEqual([]);
  expect(shop.rows('Events')[0]?.['Also Written']).toBe('ASDRA26');
  expect(shop.rows('Orders').map((row) => row['Order Number'])).toEqual(['ASDRA26-0001', 'CPS-0002']);

  const emails = shop.emails().length;
  const next = await shop.post({ ...PAUL, customerName: 'Cy Poe', eventCode: 'ASDRA26', fulfillmentType: 'pickup' });
  expect(next).toMatchObject({ orderNumber: 'ASDRA26-0002' });
  expect(next.warnings).toBeUndefined();
  expect(shop.emails()[emails]?.text).toContain('CPS table in the main lobby');
});

test('an event whose code orders carry keeps it', async () => {
  const shop = await openShop();
  await shop.post(PAUL);
  const { read, save } = await openEvents(shop);
  const [was] = (await read()).events;
  if (!was) throw new Error('no event');
  const answer = await save(was, { ...was, code: 'ASDAR2026' });
  expect('problems' in answer && answer.problems[0]?.message).toContain('1 order uses the code ASDAR26');
});

test('in a sheet whose Events tab has no column for typos, nothing is lost and the set-up is named', async () => {
  const shop = await openShop();
  await shop.office.edit({ sheet: 'Events', range: 'J1', values: [['']] });
  await shop.post({ ...PAUL, eventCode: 'ASDRA26' });
  const { typo } = await openEvents(shop);
  await expect(typo('ASDRA26', 'ASDAR26')).rejects.toThrow(
    'is missing the column "Also Written". To fix it, choose CPS Orders > Set up',
  );
  await shop.office.call('App.setUp');
  expect((await (await openEvents(shop)).typo('ASDRA26', 'ASDAR26')).unknown).toEqual([]);
});

const NOW = new Date('2026-10-02T15:00:00Z');
const EVENTS = readEvents([{ 'Event Code': 'ASDAR26' }, { 'Event Code': 'FALL26', 'Also Written': 'FAL26; fall2026' }]);
const order = (number: string, more: Partial<CodedOrder> = {}): CodedOrder => ({
  id: number,
  number,
  status: 'pending',
  acceptedAt: '2026-10-01T10:00:00Z',
  fingerprint: 'f',
  ...more,
});
const codes = (...orders: readonly CodedOrder[]) => unknownCodes(orders, EVENTS, NOW);

test('known events, their other spellings and orders without an event are not asked about', () => {
  expect(codes(order('ASDAR26-0001'), order('FAL26-0001'), order('FALL2026-0001'), order('CPS-0007'))).toEqual([]);
});

test('canceled, old and imported orders aren’t asked about either', () => {
  expect(
    codes(
      order('XX-0001', { status: 'cancelled' }),
      order('XX-0002', { acceptedAt: '2026-07-01T10:00:00Z' }),
      order('XX-0003', { fingerprint: '' }),
      order('XX-0004', { acceptedAt: '' }),
    ),
  ).toEqual([]);
});

test.each([
  ['ASDRA26', 'ASDAR26'],
  ['ASDAR-26', 'ASDAR26'],
  ['FALLL26', 'FALL26'],
  ['SPRING27', ''],
  ['A-B', ''],
])('%s may be %p', (code, likely) => {
  expect(codes(order(`${code}-0001`), order(`${code}-0002`))).toEqual([
    { code, ids: [`${code}-0001`, `${code}-0002`], likely },
  ]);
});

test('an event’s own code counts before another one’s typo', () => {
  const events = readEvents([{ 'Event Code': 'A1', 'Also Written': 'B1' }, { 'Event Code': 'B1' }]);
  expect(events.get('B1')?.code).toBe('B1');
});
