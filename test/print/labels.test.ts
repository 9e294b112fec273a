import { expect, test } from '@jest/globals';
import { type LabelKind, labelBox, labelsOn } from '../../src/print/label-sheets';
import { fitTexts } from '../../src/print/page/sheets/fit';
import { lettersOf, printed } from '../support/pdf';
import { HARD, naughtyNames, WITHOUT_A_GLYPH } from './hard-orders';
import { batchOf, entry, itemsOf } from './items';
import { outside, press } from './press';
import { recipientOn, within } from './printed-address';

const paper = press();

test.each<[LabelKind, number]>([
  ['5160', 17],
  ['5163', 1],
])(
  'labels %s from label %d on lie on their places to half a point, each text inside its label',
  async (kind, start) => {
    const entries = [...HARD, ...naughtyNames].map((name, index) =>
      entry({ name, number: `ASDAR26-${String(index + 1).padStart(4, '0')}` }),
    );
    const items = itemsOf(entries);
    const pages = await paper.print('labels', batchOf(items), { kind, start });
    const perSheet = kind === '5160' ? 30 : 10;
    expect(pages).toHaveLength(Math.ceil((start - 1 + entries.length) / perSheet));
    const faults: string[] = [];
    items.forEach((item, index) => {
      const place = start - 1 + index;
      const page = pages[Math.floor(place / perSheet)];
      const box = labelBox(kind, (place % perSheet) + 1);
      if (page?.width !== 612 || page.height !== 792) faults.push('page');
      const number = page?.texts.find(({ text }) => text.startsWith(item.number));
      const beside = (page?.texts ?? []).filter(
        ({ x, baseline }) => baseline === number?.baseline && x >= number.x && x < box.x + box.width,
      );
      const right = Math.max(...beside.map(({ x, width }) => x + width));
      // The number ends 9 points from the right edge and fits into the last 9 points above the padding.
      if (Math.abs(right - (box.x + box.width - 9)) > 0.5) faults.push(`${item.number} ends at ${right}`);
      const inside = (page?.texts ?? []).filter(({ x, baseline }) => {
        return x >= box.x - 5 && x < box.x + box.width && baseline > box.y && baseline <= box.y + box.height;
      });
      const wanted = [
        ...(kind === '5163' ? batchOf([]).paperwork.returnLines : []),
        ...item.lines,
        `${item.number}${item.place}`,
      ];
      const [said, all] = [inside.map(({ text }) => text).join(''), wanted.join('').replace(WITHOUT_A_GLYPH, '')].map(
        lettersOf,
      );
      if (said !== all) faults.push(`${item.number}: ${said} instead of ${all}`);
      if (
        outside({ width: 0, height: 0, missing: 0, texts: inside }, { ...box, x: box.x + 8, width: box.width - 16 })
          .length > 0
      )
        faults.push(`${item.number} leaves its label`);
    });
    expect(faults).toEqual([]);
    const baselines = items.map(
      ({ number }) => pages.flatMap(({ texts }) => texts).find(({ text }) => text.startsWith(number))?.baseline ?? 0,
    );
    const box = (index: number) => labelBox(kind, ((start - 1 + index) % perSheet) + 1);
    const last = perSheet - start;
    expect(Math.abs((baselines[last] ?? 0) - (baselines[0] ?? 0) - (box(last).y - box(0).y))).toBeLessThan(0.5);
    expect(Math.abs((baselines[0] ?? 0) - (box(0).y + box(0).height - 8))).toBeLessThan(2);
  },
);

/** Addresses of three to seven lines, short and long. */
const MANY_LINES = [
  { street: '1 Pine St' },
  { street: 'Acme Corp\n1 Pine St' },
  { street: 'Acme Corp\nAttn: Photo Desk\n1 Pine St' },
  { street: 'Acme Corp\nc/o Ben Roe\nUrb Royal Oak\n1 Pine St' },
  { street: 'Acme Corp\nAttn: Photo Desk\nc/o Ben Roe\nUrb Royal Oak\n1 Pine St' },
  { street: '7411 South Cottage Grove Avenue Northwest', unit: 'Suite 1500' },
  { street: 'Acme Corp\n7411 South Cottage Grove Avenue Northwest', unit: 'Suite 1500' },
  { street: '1 Pine St', city: 'Rancho Santa Margarita Heights', zipCode: '92688-1234', state: 'CA' },
].map((typed) => ({ unit: '', city: 'Orlando', state: 'FL', zipCode: '32801', ...typed }));

test.each<LabelKind>(['5160', '5163', '4x6'])(
  'on %s labels, an address is reported as too small exactly when its printed type is below 8 points',
  async (kind) => {
    const items = itemsOf(MANY_LINES.map((address, index) => entry({ address, number: `ASDAR26-000${index + 1}` })));
    const page = await paper.openFile(['labels'], batchOf(items), { kind, start: 1 });
    const found = (await page.evaluate(
      `(${fitTexts.toString()})(document).map(({ box, size }) => [box.dataset.of, size])`,
    )) as [string, number][];
    const told = new Map(found);
    const pages = await printed(page);
    await page.close();
    const onPaper = items.map((item, index) => {
      const on = pages[Math.floor(index / labelsOn(kind))];
      const label = labelBox(kind, (index % labelsOn(kind)) + 1);
      const block = on ? recipientOn(within(on, label), kind, label, item.number) : [];
      return Math.min(...block.map(({ size }) => size));
    });
    const small = items.filter((_, index) => (onPaper[index] ?? 0) < 7.95);
    expect([...told.keys()].sort()).toEqual(small.map(({ place }) => String(place)).sort());
    for (const { place } of small) {
      const size = told.get(String(place)) ?? 0;
      expect(Math.abs(size - (onPaper[place - 1] ?? 0))).toBeLessThan(0.1);
    }
    // Six lines are more than an inch has room for; a larger label has room for all of them.
    expect([kind, told.has('4')]).toEqual([kind, kind === '5160']);
    if (kind !== '5160') expect(told.size).toBe(0);
  },
);
