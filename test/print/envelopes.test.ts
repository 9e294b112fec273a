import { expect, test } from '@jest/globals';
import { barcodeZone, readingArea } from '../../src/print/envelope-layout';
import { ENVELOPE_SIZES, ENVELOPES } from '../../src/print/papers';
import { inkOf, lettersOf, type PdfText } from '../support/pdf';
import { FIVE_LINES, HARD, HEAP, naughtyNames, naughtyStreets, WITHOUT_A_GLYPH } from './hard-orders';
import { batchOf, entry, itemsOf } from './items';
import { outside, press } from './press';

const paper = press();

test('500 envelopes in one job, addresses as naughty as can be: each whole, inside the reading area of its envelope', async () => {
  const longest = Math.max(naughtyNames.length, naughtyStreets.length);
  const entries = [
    ...Array.from({ length: longest }, (_, index) =>
      entry({
        name: naughtyNames[index % naughtyNames.length] ?? '',
        address: { ...FIVE_LINES, street: naughtyStreets[(index * 7) % naughtyStreets.length] ?? '', unit: '' },
      }),
    ),
    ...HARD.map((name) => entry({ name, address: FIVE_LINES })),
  ];
  while (entries.length < 500) entries.push(entry({ name: `Ann ${entries.length}` }));
  const items = entries.flatMap((one, index) => {
    const size = ENVELOPE_SIZES[index % ENVELOPE_SIZES.length] ?? null;
    return itemsOf([one], size).map((item) => ({ ...item, place: index + 1 }));
  });
  const pages = await paper.print('envelopes', batchOf(items, { returnLines: [], envelopeLine: '' }));
  expect(pages).toHaveLength(entries.length);
  const faults = pages.flatMap((page, index) => {
    const item = items[index];
    if (!item) return [];
    const { width, height } = ENVELOPES[item.size];
    const found: string[] = [];
    if (Math.abs(page.width - width) > 0.5 || Math.abs(page.height - height) > 0.5) found.push('another size');
    const [number, ...rest] = page.texts;
    if (!number?.text.startsWith('ASDAR26')) found.push('no number');
    const texts = rest.filter(({ baseline }) => baseline > (number?.baseline ?? 0) + 1);
    if (outside({ ...page, texts }, readingArea({ width, height })).length > 0) found.push('outside');
    const zone = barcodeZone({ width, height });
    if (texts.some((text) => inkOf(text).bottom > zone.y && inkOf(text).right > zone.x)) found.push('in the barcode');
    const block = item.lines.join('');
    const wanted = lettersOf(block.replace(WITHOUT_A_GLYPH, ''));
    const said = lettersOf(texts.map(({ text }) => text).join(''));
    if (said !== wanted) found.push(`${said} instead of ${wanted}`);
    if (!HEAP.test(block) && page.missing !== (block.match(WITHOUT_A_GLYPH)?.length ?? 0))
      found.push(`${page.missing} missing glyphs`);
    return found.map((fault) => `${index} ${item.size} ${JSON.stringify(item.lines)}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

test('an envelope has the return address upper left, the order number below it, the line above the address', async () => {
  const items = ENVELOPE_SIZES.flatMap((size) => itemsOf([entry()], size));
  const pages = await paper.print('envelopes', batchOf(items));
  ENVELOPE_SIZES.forEach((size, index) => {
    const at = (words: string): PdfText => {
      const found = pages[index]?.texts.find(({ text }) => text.startsWith(words));
      if (!found) throw new Error(`${size} has no ${words}`);
      return found;
    };
    const lines = [
      'CPS Photos',
      'Tampa, FL 33602',
      'ASDAR26-0001',
      'PHOTOS - DO NOT BEND',
      'PAUL SMITH',
      '123 MAIN ST APT 4',
    ];
    const baselines = lines.map((line) => at(line).baseline);
    expect(baselines).toEqual([...baselines].sort((one, other) => one - other));
    for (const line of ['CPS Photos', 'ASDAR26-0001']) expect(at(line).x).toBeCloseTo(27, 0);
    expect(at('PHOTOS').x).toBeCloseTo(at('PAUL SMITH').x, 0);
    expect(inkOf(at('PHOTOS')).bottom).toBeLessThan(readingArea(ENVELOPES[size]).y);
    for (const line of ['PAUL SMITH', '123 MAIN ST APT 4']) expect(at(line).size).toBeGreaterThanOrEqual(12);
  });
});

test('a nudge moves everything on its own paper, and nothing on another', async () => {
  const items = itemsOf([entry(), entry()]).map((item, index) => ({
    ...item,
    size: index ? ('9x12' as const) : ('6x9' as const),
  }));
  const still = await paper.print('envelopes', batchOf(items));
  const moved = await paper.print('envelopes', batchOf(items, { nudges: { '6x9': { x: 0.25, y: -0.125 } } }));
  const shifts = moved.map((page, index) =>
    page.texts.map((text, place) => {
      const before = still[index]?.texts[place];
      return [text.x - (before?.x ?? 0), text.baseline - (before?.baseline ?? 0)].map(
        (shift) => Math.round(shift * 2) / 2,
      );
    }),
  );
  expect(new Set(shifts[0]?.map(String))).toEqual(new Set(['18,-9']));
  expect(new Set(shifts[1]?.map(String))).toEqual(new Set(['0,0']));
});
