import { afterEach, expect, test } from '@jest/globals';
import type { OrderCard } from '../../../src/staff/order-card/card';
import { type EmailShop, openEmailShop, order } from '../../email/email-shop';
import { closeOffices } from '../../support/office';
import { callRpc, openedPage, type RpcAnswer } from '../../support/rpc';

afterEach(closeOffices);

const OPERATOR = 'operator@cps-photos.example';
const STAFF = 'staff@cps-photos.example';

type Call = (method: string, ...args: unknown[]) => Promise<RpcAnswer>;

/** Opens Find order as this user; returns a function that calls its methods. */
const openCard = async (shop: EmailShop, user = 'operator'): Promise<Call> => {
  await shop.menu('Find order', user);
  const token = openedPage(shop.office)?.token ?? '';
  return (method, ...args) => callRpc(shop.office, user, token, method, ...args);
};

const cardOf = async (call: Call, id = 'order-1'): Promise<OrderCard> => {
  const { value, error } = await call('orders.card', id);
  if (error) throw new Error(error);
  return value as OrderCard;
};

const progress = (shop: EmailShop) => JSON.parse(String(shop.rows('Ledger')[0]?.Progress ?? '{}'));

test('a second staff member does everything from the card; emails leave from the operator within five minutes', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  const triggers = JSON.stringify(shop.office.world.triggers.all());
  const call = await openCard(shop, 'staff');
  const said: unknown[] = [];
  for (const asked of [
    ['orders.mark', 'order-1', 'paid', ''],
    ['orders.note', 'order-1', 'Back door, =NOW() please'],
    ['orders.track', 'order-1', '1Z999AA10123456784'],
    ['orders.mark', 'order-1', 'shipped', ''],
    ['orders.resend', 'order-1', 'receipt', 'mother@example.com'],
    ['orders.testEmail', 'order-1', 'shipped'],
    ['orders.stepBack', 'order-1', 'shipped'],
  ] as const) {
    const { value, error } = await call(...(asked as unknown as [string, ...unknown[]]));
    said.push(error ?? (value as { isDone: boolean; text: string }).text);
  }
  expect(said).toEqual([
    expect.stringContaining("Marked paid. The customer's email will be sent from the operator's account"),
    'Note saved. Only staff can see it.',
    'Tracking number saved. No email is sent for this.',
    expect.stringContaining("Marked shipped. The customer's email will be sent from the operator's account"),
    "The operator's account will send the email to mother@example.com within a few minutes.",
    `The operator's account will send the email to ${STAFF} within a few minutes.`,
    'Moved one step back. No email is sent for this.',
  ]);
  expect(shop.customerEmails()).toHaveLength(1);
  expect(JSON.stringify(shop.office.world.triggers.all())).toBe(triggers);
  await shop.sweep();
  const left = shop.customerEmails().slice(1);
  expect(left.every(({ from }) => from === OPERATOR)).toBe(true);
  // The step to shipped was taken back before its email left.
  expect(left.map(({ to, subject }) => [to, subject.slice(0, 12)]).sort()).toEqual([
    ['c1@example.com', 'We got your '],
    ['mother@example.com', 'We have your'],
    [STAFF, '[Test] Your '],
  ]);
  const by = shop.rows('Activity').filter(({ By }) => By === STAFF);
  expect(new Set(by.map(({ Event }) => Event))).toEqual(new Set(['status', 'note', 'tracking', 'email', 'step back']));
  expect(progress(shop)).toMatchObject({
    trackingNumber: '1Z999AA10123456784',
    notes: [{ by: STAFF, text: 'Back door, =NOW() please' }],
  });
});

test('notes are on no answer, page or email, and can be taken away again', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  const call = await openCard(shop);
  await call('orders.note', 'order-1', 'A SECRET WORD');
  await shop.type('L2', 'paid');
  const answers = JSON.stringify([
    await shop.get('route=orders'),
    await shop.get('route=order&id=order-1'),
    shop.emails(),
    shop.rows('Orders'),
    shop.rows('Activity'),
    shop.rows('Outbox'),
  ]);
  expect(answers).not.toContain('SECRET WORD');
  const [note] = (await cardOf(call)).notes;
  expect(note).toMatchObject({ by: OPERATOR, text: 'A SECRET WORD' });
  await call('orders.removeNote', 'order-1', note?.at, note?.text, note?.by);
  expect((await cardOf(call)).notes).toEqual([]);
  expect(JSON.stringify(shop.rows('Ledger'))).not.toContain('SECRET WORD');
  for (let nth = 1; nth <= 20; nth++) await call('orders.note', 'order-1', `note ${nth}`);
  expect(await call('orders.note', 'order-1', 'one too many')).toMatchObject({
    ok: false,
    error: expect.stringContaining('up to 20 notes'),
  });
});

test('a tracking number goes into staff’s own column too, and bad ones are refused', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.type('S1', 'Tracking Number');
  const call = await openCard(shop);
  expect(await call('orders.track', 'order-1', '=1+1')).toMatchObject({ ok: false });
  await call('orders.track', 'order-1', '0012345');
  expect(shop.rows('Orders')[0]?.['Tracking Number']).toBe('0012345');
  await call('orders.track', 'order-1', '');
  expect(shop.rows('Orders')[0]?.['Tracking Number']).toBe('');
  expect(progress(shop).trackingNumber).toBeUndefined();
});

test('only the steps that are allowed now are offered, and others are refused', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.post(order(2, { fulfillmentType: 'pickup' }));
  const call = await openCard(shop);
  const steps = async (id: string) => (await cardOf(call, id)).steps;
  expect(await steps('order-1')).toEqual(['paid', 'paid and shipped', 'cancelled']);
  expect(await call('orders.mark', 'order-1', 'shipped', '')).toMatchObject({
    value: { isDone: false, text: expect.stringContaining("can't be marked") },
  });
  await call('orders.mark', 'order-2', 'paid', '');
  expect(await steps('order-2')).toEqual(['picked up', 'cancelled']);
  expect((await cardOf(call, 'order-2')).tracking).toBeNull();
  await call('orders.mark', 'order-2', 'picked up', '');
  expect(await steps('order-2')).toEqual([]);
  await call('orders.mark', 'order-1', 'cancelled', ' ');
  expect(await steps('order-1')).toEqual([]);
  expect(await call('orders.stepBack', 'order-1', 'paid')).toMatchObject({
    value: { isDone: false, text: expect.stringContaining('changed in the meantime') },
  });
  expect(await call('orders.card', 'nobody')).toMatchObject({ ok: false });
});

test('the story of an order goes back into the archives of the Activity tab', async () => {
  const shop = await openEmailShop();
  await shop.setting('Activity lines', '100');
  await shop.post(order(1));
  const call = await openCard(shop);
  await call('orders.track', 'order-1', 'number 1');
  const others = Array.from({ length: 120 }, () => ['', 'order-of-others', '', 'status', '', '', 'staff', 'Something']);
  await shop.typeIn('Activity', 'A4', others);
  await shop.sweep();
  await call('orders.track', 'order-1', 'number 2');
  expect(shop.rows('Activity')).toHaveLength(1);
  const { timeline } = await cardOf(call);
  expect(timeline.map(({ event, detail }) => [event, detail.replace(/ added.*/, '').slice(-8)])).toEqual([
    ['created', expect.any(String)],
    ['tracking', 'number 1'],
    ['tracking', 'number 2'],
  ]);
});

test.each(['before', 'after', 'kill-before', 'kill-after'] as const)(
  'whatever call fails (%s) while a note is kept: it is there once, or not at all and said so',
  async (kind) => {
    for (const service of ['Lock.tryLock', 'Sheets.Spreadsheets.Values.batchGet', 'Sheets.Spreadsheets.batchUpdate']) {
      const shop = await openEmailShop();
      await shop.post(order(1));
      const call = await openCard(shop, 'staff');
      shop.office.addFault({ service, nth: 1, kind });
      const answer = await call('orders.note', 'order-1', 'Once').catch(() => null);
      shop.office.clearFaults();
      const notes = progress(shop).notes ?? [];
      const told = answer?.ok === true && (answer.value as { isDone: boolean }).isDone;
      if (told) expect(notes).toHaveLength(1);
      expect(notes.length).toBeLessThanOrEqual(1);
      expect(shop.rows('Activity').filter(({ Event }) => Event === 'note')).toHaveLength(notes.length);
      await call('orders.note', 'order-1', 'Once more');
      expect(progress(shop).notes).toHaveLength(notes.length + 1);
    }
  },
);

test('in a copy of the sheet every call of Today, the card and Waiting emails says so and changes nothing', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  const { office } = shop;
  const original = office.bound;
  const { copy } = office.copy();
  office.open(copy);
  await office.call('App.showFindOrder');
  const token = openedPage(office)?.token ?? '';
  const states = () => [original, copy].map((id) => JSON.stringify(office.world.workbooks.get(id)));
  const before = states();
  const emails = shop.emails().length;
  for (const call of [
    ['today.read'],
    ['today.show', 'Orders', ['order-1'], []],
    ['today.tick', 'order-1', 'rating'],
    ['today.openCard', 'order-1'],
    ['today.openWaits'],
    ['orders.find', 'paul'],
    ['orders.selected'],
    ['orders.card', 'order-1'],
    ['orders.mark', 'order-1', 'paid', ''],
    ['orders.stepBack', 'order-1', 'paid'],
    ['orders.track', 'order-1', '12345'],
    ['orders.note', 'order-1', 'x'],
    ['orders.removeNote', 'order-1', 'x', 'x', 'x'],
    ['orders.preview', 'order-1', 'receipt'],
    ['orders.resend', 'order-1', 'receipt', ''],
    ['orders.testEmail', 'order-1', 'receipt'],
    ['emails.waiting'],
    ['emails.hold', ['receipt:order-1:1']],
    ['emails.release', ['receipt:order-1:1']],
    ['emails.settle', 'receipt:order-1:1', 'sent'],
  ]) {
    expect([call[0], await callRpc(office, 'operator', token, ...call)]).toEqual([
      call[0],
      { ok: false, error: expect.stringContaining('copy of the live sheet') },
    ]);
  }
  expect(states()).toEqual(before);
  expect(shop.emails()).toHaveLength(emails);
});
