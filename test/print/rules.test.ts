import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nudgesText, parseNudges } from '../../src/domain/nudges';
import { MENU } from '../../src/entrypoints/menu';
import { itemsOf } from '../../src/entrypoints/menu-item';
import { arrange, loadGroups, SORTS } from '../../src/print/arrange';
import { PRINT_KINDS } from '../../src/print/kinds';
import { labCsv, labList, labText } from '../../src/print/lab-list';
import { LABEL_SHEETS, type LabelKind, labelBox, labelPlaces, labelsOn } from '../../src/print/label-sheets';
import { readNumbers } from '../../src/print/order-numbers';
import { doneOn } from '../../src/print/page/done-on';
import { envelopeFor, tooLarge } from '../../src/print/papers';
import { printOrder, sumOf } from '../../src/print/print-order';
import { entry } from './items';

test('every kind of print can be chosen from the menu', () => {
  const offered = itemsOf(MENU).flatMap((item) => ('with' in item ? [item.with] : []));
  for (const kind of PRINT_KINDS) expect(offered).toContainEqual({ kinds: [kind] });
});

test.each([
  [['4x6'], '6x9'],
  [['4x6', '5x7'], '6x9'],
  [['4x6', '8x10'], '9x12'],
  [['wallet'], '6x9'],
  [['11x14'], '9x12'],
] as const)('prints of %j go into an envelope %s', (sizes, envelope) => {
  expect(envelopeFor(sizes)).toBe(envelope);
});

test('a print that does not fit into the chosen envelope is named', () => {
  expect(tooLarge(['4x6', '8x10'], '6x9')).toBe('8x10');
  expect(tooLarge(['5x7'], 'A7')).toBeNull();
  expect(tooLarge(['4x6'], '#10')).toBeNull();
  expect(tooLarge(['11x14'], '9x12')).toBe('11x14');
  const order = printOrder(entry({ lines: [{ photoNumber: '1', size: '8x10', quantity: 1 }] }), '#10');
  expect(order.problems).toEqual(["8x10 prints don't fit into a #10 envelope."]);
});

test('an order lists what staff should check before printing', () => {
  const address = { street: '123 Main St, Apt', unit: '', city: 'Orlando', state: 'FL', zipCode: '10001' };
  expect(printOrder(entry({ address, name: 'W'.repeat(60) })).problems).toEqual([
    'The ZIP code 10001 is in NY, but the state is FL.',
    '"123 Main St, Apt" is missing its unit number.',
  ]);
  expect(printOrder({ ...entry(), flag: 'Row: missing' }).problems.join()).toContain('Row: missing');
  expect(printOrder(entry()).problems).toEqual([]);
});

const orders = fc.array(
  fc.record({
    number: fc
      .tuple(fc.constantFrom('CPS', 'ASDAR26'), fc.nat(20_000))
      .map(([prefix, n]) => `${prefix}-${String(n).padStart(4, '0')}`),
    name: fc.string(),
    zip: fc.constantFrom('32801', '02108', '99501'),
    isPickup: fc.boolean(),
    size: fc.constantFrom('4x6', '8x10'),
  }),
  { maxLength: 60 },
);

test('a batch keeps every order once, loads each envelope size once, and puts pickups last', () => {
  fc.assert(
    fc.property(orders, fc.constantFrom(...SORTS), (some, sort) => {
      const all = some.map(({ number, name, zip, isPickup, size }, index) =>
        printOrder(
          entry({
            id: String(index),
            number,
            name,
            fulfillment: isPickup ? 'pickup' : 'ship',
            address: { street: '1 Main St', unit: '', city: 'Orlando', state: 'FL', zipCode: zip },
            lines: [{ photoNumber: '1', size, quantity: 1 }],
          }),
        ),
      );
      const sorted = arrange(all, sort, true);
      expect(sorted.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
      const shipped = sorted.filter(({ fulfillment }) => fulfillment === 'ship');
      expect(sorted.slice(0, shipped.length)).toEqual(shipped);
      const groups = loadGroups(shipped);
      expect(new Set(groups.map(({ size }) => size)).size).toBe(groups.length);
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(shipped.length);
      for (const { from, to, count, size } of groups) {
        expect(shipped.slice(from - 1, to).map((order) => order.size)).toEqual(Array(count).fill(size));
      }
    }),
  );
});

test('numbers are sorted as numbers, and each sort falls back to them', () => {
  const of = (number: string, name: string, zipCode: string) =>
    printOrder(
      entry({ id: number, number, name, address: { street: '1 Main St', unit: '', city: 'X', state: 'FL', zipCode } }),
    );
  const all = [of('CPS-10000', 'bea', '02108'), of('CPS-9999', 'Abe', '32801'), of('ASDAR26-0002', 'abe', '32801')];
  const numbers = (sort: (typeof SORTS)[number]) => arrange(all, sort, false).map(({ number }) => number);
  expect(numbers('number')).toEqual(['ASDAR26-0002', 'CPS-9999', 'CPS-10000']);
  expect(numbers('ZIP')).toEqual(['CPS-10000', 'ASDAR26-0002', 'CPS-9999']);
  expect(numbers('name')).toEqual(['ASDAR26-0002', 'CPS-9999', 'CPS-10000']);
});

const items = fc.array(
  fc.record({
    event: fc.constantFrom('', 'ASDAR26', 'FALL26'),
    items: fc.array(
      fc.record({
        photoNumber: fc.constantFrom('1', '2', '10', 'IMG_0001', '-5'),
        size: fc.constantFrom('4x6', '5x7', '8x10'),
        quantity: fc.integer({ min: 1, max: 999 }),
      }),
      { maxLength: 30 },
    ),
  }),
  { maxLength: 40 },
);

test('the lab list counts exactly the items of the orders chosen: in its lines, its totals, its CSV', () => {
  fc.assert(
    fc.property(items, (some) => {
      const wanted = new Map<string, number>();
      for (const { event, items: lines } of some) {
        for (const { photoNumber, size, quantity } of lines) {
          const key = `${event} ${photoNumber} ${size}`;
          wanted.set(key, (wanted.get(key) ?? 0) + quantity);
        }
      }
      const groups = labList(some, { ASDAR26: 'All Star' });
      const listed = groups.flatMap(({ event, lines }) =>
        lines.map(({ photoNumber, size, count }) => [`${event} ${photoNumber} ${size}`, count] as const),
      );
      expect(new Map(listed)).toEqual(wanted);
      expect(listed).toHaveLength(wanted.size);
      const total = [...wanted.values()].reduce((sum, count) => sum + count, 0);
      const totals = groups.flatMap((group) => group.totals.map(({ count }) => count));
      expect(totals.reduce((sum, count) => sum + count, 0)).toBe(total);
      const csv = labCsv(groups).trim().split('\r\n').slice(1);
      expect(csv.reduce((sum, line) => sum + Number(line.split(',').pop()), 0)).toBe(total);
    }),
  );
});

test('the lab list as text names photos per event and size, and as CSV holds no formula', () => {
  const groups = labList(
    [
      { event: 'ASDAR26', items: [{ photoNumber: '1234', size: '4x6', quantity: 2 }] },
      { event: 'ASDAR26', items: [{ photoNumber: '99', size: '4x6', quantity: 1 }] },
      { event: '', items: [{ photoNumber: '-5', size: '8x10', quantity: 1 }] },
    ],
    { ASDAR26: '=HYPERLINK("x"), 2026' },
  );
  expect(labText(groups)).toBe('No event\n8x10 (1): -5\n\nASDAR26 =HYPERLINK("x"), 2026\n4x6 (3): 99, 1234 x2\n');
  expect(labCsv(groups).split('\r\n').slice(1, 3)).toEqual([
    `,No event,'-5,8x10,1`,
    `ASDAR26,"'=HYPERLINK(""x""), 2026",99,4x6,1`,
  ]);
});

test.each<[LabelKind, number, readonly [number, number]]>([
  ['5160', 1, [0.1875, 0.5]],
  ['5160', 17, [2.9375, 5.5]],
  ['5160', 30, [5.6875, 9.5]],
  ['5163', 1, [0.15625, 0.5]],
  ['5163', 10, [4.34375, 8.5]],
])('on %s label %d lies %j inches from the corner', (kind, label, [left, top]) => {
  const box = labelBox(kind, label);
  expect([box.x / 72, box.y / 72]).toEqual([left, top]);
  expect(box.x + box.width).toBeLessThanOrEqual(612);
  expect(box.y + box.height).toBeLessThanOrEqual(792);
});

test('labels that start at 17 fill the sheet to its end and go on with the first label of the next', () => {
  const places = labelPlaces('5160', 20, 17);
  expect(places[0]).toEqual({ sheet: 1, label: 17 });
  expect(places[13]).toEqual({ sheet: 1, label: 30 });
  expect(places[14]).toEqual({ sheet: 2, label: 1 });
  expect(labelsOn('5163')).toBe(10);
  expect(LABEL_SHEETS['5160'].columns).toBe(3);
});

test('an order is done when its last page has come out', () => {
  const sheets = [['a'], ['b'], ['b'], ['c']].map((ids) => ({ ids }));
  expect(doneOn(sheets, 1, 2)).toEqual(['a']);
  expect(doneOn(sheets, 1, 3)).toEqual(['a', 'b']);
  expect(doneOn(sheets, 3, 4)).toEqual(['b', 'c']);
});

test('order numbers are read as people type them, alone and from one to another', () => {
  const known = ['ASDAR26-0001', 'ASDAR26-0002', 'ASDAR26-0010', 'CPS-0001'].map((number) => ({ number }));
  const read = (text: string) => {
    const { orders: found, missing } = readNumbers(text, known);
    return [found.map(({ number }) => number), missing];
  };
  expect(read('asdar26-1, CPS-0001\nASDAR26-0001')).toEqual([['ASDAR26-0001', 'CPS-0001'], []]);
  expect(read('ASDAR26-0002..0010')).toEqual([['ASDAR26-0002', 'ASDAR26-0010'], []]);
  expect(read('ASDAR26-0002..ASDAR26-0003 x')).toEqual([['ASDAR26-0002'], ['There is no order x.']]);
  expect(read('ASDAR26-0050..0060')[1]).toEqual(['There are no orders from ASDAR26-0050 to 0060.']);
  expect(read('ASDAR26-0010..0001')[1]).toEqual([
    '"ASDAR26-0010..0001" is not a valid range. Use a form like ASDAR26-0001..0040.',
  ]);
});

test('the check sum of an order changes with everything that its prints say, and with nothing else', () => {
  const paul = entry();
  expect(sumOf({ ...paul, status: 'shipped', progress: { printed: { slips: 'x' } } })).toBe(sumOf(paul));
  const others = [
    entry({ name: 'Paula Smith' }),
    entry({ address: { ...paul.order.address, unit: 'Apt 5' } }),
    entry({ lines: [{ photoNumber: '1234', size: '4x6', quantity: 4 }] }),
    entry({ fulfillment: 'pickup' }),
  ];
  expect(new Set([paul, ...others].map(sumOf)).size).toBe(5);
});

test('nudges are saved per paper, and one beyond half an inch isn’t accepted', () => {
  expect(parseNudges('6x9 0.05 -0.1;  #10 0 .03')).toEqual({ '6x9': { x: 0.05, y: -0.1 }, '#10': { x: 0, y: 0.03 } });
  expect(nudgesText({ '6x9': { x: 0.05, y: -0.1 }, A7: { x: 0, y: 0 } })).toBe('6x9 0.05 -0.1');
  expect(parseNudges('')).toEqual({});
  for (const text of ['6x9', '6x9 1 0', '6x9 0 0 0', 'left 0,1 0']) expect(parseNudges(text)).toBeUndefined();
});
