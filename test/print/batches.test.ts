import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openPaid, openPrint } from './dialog';

afterAll(closeOffices);

const printed = (progress: unknown): Record<string, string> => JSON.parse(String(progress)).printed ?? {};

test('of 60 paid orders, 10 of them pickup, the lab list has 60 and the envelopes 50; a second run has none', async () => {
  const shop = await openPaid(60, 6, 5);
  const before = JSON.stringify(shop.rows('Orders'));
  for (const [kind, count] of [
    ['lab', 60],
    ['slips', 60],
    ['envelopes', 50],
    ['labels', 50],
  ] as const) {
    const dialog = await openPrint(shop, kind);
    const plan = await dialog.plan();
    expect(plan.orders).toHaveLength(count);
    expect(plan.orders.every(({ isDue }) => isDue)).toBe(true);
    const { made = 0 } = await dialog.make([kind], plan);
    const batch = await dialog.batch(made);
    expect(batch.items).toHaveLength(count);
    const ids = batch.items.map(({ id }) => id);
    expect((await dialog.confirm(made, kind, ids)).state).toBe('printed');
    const again = await dialog.plan();
    expect(again).toMatchObject({ orders: [], waiting: [], more: 0 });
  }
  expect(JSON.stringify(shop.rows('Orders'))).toBe(before);
  expect(shop.emails()).toEqual([]);
  const kinds = shop.rows('Ledger').map(({ Progress }) => Object.keys(printed(Progress)).sort().join());
  expect(kinds.filter((kind) => kind === 'envelopes,lab,labels,slips')).toHaveLength(50);
  expect(kinds.filter((kind) => kind === 'lab,slips')).toHaveLength(10);
  const story = shop.rows('Activity').filter((line) => line['Order ID'] === 'o-7');
  expect(story.map(({ Detail }) => Detail)).toContain('Envelope 5 of batch 3 printed.');
});

test('a batch that nobody has confirmed loses no order: it is named each time, and set aside it gives them back', async () => {
  const shop = await openPaid(6, 6);
  const ann = await openPrint(shop, 'envelopes');
  const { made = 0 } = await ann.make();
  const ben = await openPrint(shop, 'envelopes', 'staff');
  const plan = await ben.plan();
  expect(plan.orders).toEqual([]);
  expect(plan.waiting).toEqual([
    { number: made, by: 'operator@cps-photos.example', madeAt: 'Oct 2, 11:00 AM', count: 5 },
  ]);
  expect((await ben.plan(['slips'])).orders).toHaveLength(6);
  await ben.call('print.setAside', made);
  expect((await ben.plan()).orders).toHaveLength(5);
  expect((await ben.batch(made)).state).toBe('set aside');
});

test('two people who look at the same orders cannot both make a batch of them', async () => {
  const shop = await openPaid(4, 99);
  const ann = await openPrint(shop, 'envelopes');
  const annSees = await ann.plan();
  const ben = await openPrint(shop, 'envelopes', 'staff');
  const benSees = await ben.plan();
  expect(await ann.make(['envelopes'], annSees, ['o-1', 'o-2'])).toEqual({ made: 1 });
  const { taken = [] } = await ben.make(['envelopes'], benSees);
  expect(taken).toHaveLength(2);
  expect(taken[0]).toBe('FALL26-0001 is now in batch 1, just created by operator@cps-photos.example.');
  await ann.confirm(1, 'envelopes', ['o-1', 'o-2']);
  expect((await ben.make(['envelopes'], benSees)).taken?.[0]).toBe(
    'FALL26-0001 was printed in batch 1 in the meantime.',
  );
  expect(shop.rows('Batches')).toHaveLength(1);
  expect(await ben.make()).toEqual({ made: 2 });
  expect((await ben.batch(2)).items.map(({ id }) => id)).toEqual(['o-4', 'o-3']);
});

test('after a jam the pages that came out are kept and the rest waits in its batch', async () => {
  const shop = await openPaid(20, 99);
  const dialog = await openPrint(shop, 'slips');
  const { made = 0 } = await dialog.make();
  const { items } = await dialog.batch(made);
  const ids = items.map(({ id }) => id);
  const jammed = await dialog.confirm(made, 'slips', ids.slice(0, 16));
  expect(jammed.state).toBe('open');
  expect(jammed.items.filter(({ printed: kinds }) => kinds.includes('slips'))).toHaveLength(16);
  expect((await dialog.plan()).waiting[0]?.count).toBe(4);
  const done = await dialog.confirm(made, 'slips', ids);
  expect(done.state).toBe('printed');
  const lines = shop.rows('Activity').filter(({ Event }) => Event === 'printed');
  expect(lines).toHaveLength(20);
});

test('an order that is canceled or changed inside an open batch is named by its place on the prints', async () => {
  const shop = await openPaid(20, 99);
  const dialog = await openPrint(shop, 'envelopes');
  const { made = 0 } = await dialog.make(['envelopes', 'slips']);
  const { items } = await dialog.batch(made);
  const [cancelled, changed] = [items[16], items[2]];
  const rowOf = (id = '') => 2 + shop.rows('Orders').findIndex((row) => row['Order ID'] === id);
  await shop.type(`L${rowOf(cancelled?.id)}`, 'cancelled');
  await shop.type(`G${rowOf(changed?.id)}`, '77 Oak Ave');
  const now = await dialog.batch(made);
  expect(now.items.filter(({ since }) => since)).toMatchObject([
    { place: 3, since: 'was changed', isIn: true, lines: [expect.anything(), '77 OAK AVE', expect.anything()] },
    { place: 17, since: 'was canceled', isIn: false },
  ]);
  const ids = items.map(({ id }) => id);
  await dialog.confirm(made, 'envelopes', ids);
  const done = await dialog.confirm(made, 'slips', ids);
  expect(done.state).toBe('printed');
  expect(done.items.filter(({ since }) => since).map(({ place }) => place)).toEqual([17]);
  const ledger = shop.rows('Ledger').find((row) => row['Order ID'] === cancelled?.id);
  expect(printed(ledger?.Progress)).toEqual({});
  expect(ledger?.Status).toBe('cancelled');
});

test('what was printed before an order was changed does not count as printed', async () => {
  const shop = await openPaid(3, 99);
  const dialog = await openPrint(shop, 'envelopes');
  const kinds = ['envelopes', 'slips', 'lab'];
  const { made = 0 } = await dialog.make(kinds);
  const ids = ['o-1', 'o-2', 'o-3'];
  const before = await dialog.batch(made);
  const rowOf = (id: string) => 2 + shop.rows('Orders').findIndex((row) => row['Order ID'] === id);
  const printedOf = async (id: string) => (await dialog.batch(made)).items.find((item) => item.id === id);
  // Corrected while the envelopes are in the printer: the one on paper bears the old address.
  await shop.type(`G${rowOf('o-2')}`, '77 Oak Ave');
  const after = await dialog.confirm(made, 'envelopes', ids, before);
  expect(after.items.map(({ id, printed: out }) => [id, ...out])).toEqual([
    ['o-1', 'envelopes'],
    ['o-2'],
    ['o-3', 'envelopes'],
  ]);
  expect(await printedOf('o-2')).toMatchObject({ since: 'was changed', printed: [] });
  await dialog.confirm(made, 'lab', ids, before);
  expect(await printedOf('o-2')).toMatchObject({ since: 'was changed', printed: ['lab'] });
  expect((await dialog.confirm(made, 'envelopes', ids)).state).toBe('open');
  expect(await printedOf('o-2')).toMatchObject({ since: '', printed: ['envelopes', 'lab'] });
  // Corrected after the envelope was printed: the slip has the new address, so the envelope has to be printed again.
  await shop.type(`G${rowOf('o-1')}`, '78 Oak Ave');
  expect((await dialog.confirm(made, 'slips', ids)).state).toBe('open');
  expect(await printedOf('o-1')).toMatchObject({ printed: ['slips', 'lab'] });
  expect((await dialog.confirm(made, 'envelopes', ids)).state).toBe('printed');
  const corrected = shop.rows('Ledger').find((row) => row['Order ID'] === 'o-1');
  expect(Object.keys(printed(corrected?.Progress)).sort()).toEqual(['envelopes', 'lab', 'slips']);
});

test('an order removed from a batch is free for another one, and its place stays empty', async () => {
  const shop = await openPaid(3, 99);
  const dialog = await openPrint(shop, 'labels');
  const { made = 0 } = await dialog.make();
  const { items } = await dialog.call<{ items: { id: string; place: number; isIn: boolean }[] }>(
    'print.takeOut',
    made,
    ['o-2'],
    'out',
  );
  expect(items.map(({ place, isIn }) => [place, isIn])).toEqual(
    items.map(({ id }, index) => [index + 1, id !== 'o-2']),
  );
  expect((await dialog.plan()).orders.map(({ id }) => id)).toEqual(['o-2']);
  expect(await dialog.make()).toEqual({ made: 2 });
  await dialog.confirm(
    made,
    'labels',
    items.map(({ id }) => id),
  );
  expect((await dialog.plan()).waiting.map(({ number }) => number)).toEqual([2]);
});

test('the orders are the selection, an event or numbers; shipped ones can be printed again, unpaid ones cannot', async () => {
  const shop = await openPaid(6, 6, 1);
  await shop.type('L2', 'shipped');
  const dialog = await openPrint(shop, 'envelopes');
  const numbers = async (source: string, ...what: string[]) => {
    const plan = await dialog.plan(['envelopes'], source, what);
    return [plan.orders.map(({ number, isDue, note }) => `${number} ${isDue} ${note}`.trim()), plan.skipped];
  };
  shop.office.select({ sheet: 'Orders', range: 'A2:A3', user: 'operator' });
  expect(await numbers('selection')).toEqual([['FALL26-0001 false shipped', 'FALL26-0002 true'], []]);
  expect((await numbers('event', 'fall26'))[0]).toHaveLength(5);
  expect((await numbers('event', 'fall26'))[1]).toEqual(
    expect.arrayContaining(['FALL26-0006 is a pickup order.', "FALL26-0007 isn't paid."]),
  );
  expect(await numbers('numbers', 'fall26-3 FALL26-0009')).toEqual([
    ['FALL26-0003 true'],
    ['There is no order FALL26-0009.'],
  ]);
  const again = await dialog.plan(['envelopes'], 'numbers', ['FALL26-0001']);
  const { made } = await dialog.call<{ made: number }>(
    'print.make',
    ['envelopes'],
    'ZIP',
    ['o-1'],
    ['#10'],
    again.newest,
  );
  expect((await dialog.batch(made)).items).toMatchObject([{ id: 'o-1', size: '#10', isIn: true }]);
  await dialog.confirm(made, 'envelopes', ['o-1']);
  const noted = await dialog.plan(['envelopes'], 'numbers', ['FALL26-0001']);
  expect(noted.orders[0]?.note).toBe('shipped; envelopes printed Oct 2, 11:00 AM in batch 1');
});

test('with envelopes, orders are grouped by size, so slip 17 belongs to envelope 17', async () => {
  const shop = await openPaid(30, 10);
  const dialog = await openPrint(shop, 'envelopes');
  const { made = 0 } = await dialog.make(['envelopes', 'slips', 'lab']);
  const { items } = await dialog.batch(made);
  const groups = items.map(({ size, fulfillment }) => (fulfillment === 'pickup' ? 'pickup' : size));
  expect([...new Set(groups)]).toEqual(['6x9', '9x12', 'pickup']);
  expect(groups).toEqual(
    [...groups].sort((a, b) => ['6x9', '9x12', 'pickup'].indexOf(a) - ['6x9', '9x12', 'pickup'].indexOf(b)),
  );
  const small = items.filter((_, index) => groups[index] === '6x9').map(({ number }) => number);
  expect(small).toEqual([...small].sort());
});

test('in a copy of the sheet nothing is printed, and the dialog says so', async () => {
  const shop = await openPaid(2, 99);
  const { copy } = shop.office.copy();
  shop.office.open(copy);
  const dialog = await openPrint(shop, 'envelopes');
  for (const call of [['print.start'], ['print.plan', ['envelopes'], 'due', []], ['print.batch', 1]] as const) {
    const { ok, error } = await dialog.raw(...(call as readonly [string, ...unknown[]]));
    expect(ok).toBe(false);
    expect(error).toContain('This is a copy of the live sheet');
  }
  shop.office.open();
  expect(shop.rows('Batches')).toEqual([]);
});

test('a sheet that was set up before prints existed says how it gets them, and gets them', async () => {
  const shop = await openPaid(2, 99);
  const workbook = shop.office.world.workbooks.get(shop.office.bound);
  const tab = workbook?.tabNamed('Batches');
  if (workbook && tab) workbook.deleteTab(tab);
  const dialog = await openPrint(shop, 'envelopes', 'staff');
  expect((await dialog.raw('print.start')).error).toBe(
    'The Batches tab is missing. To print, have the operator run CPS Orders > Set up this sheet.',
  );
  await shop.office.call('App.setUp');
  expect((await dialog.plan()).orders).toHaveLength(2);
});
