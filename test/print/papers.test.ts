import { expect, test } from '@jest/globals';
import { ALIGNED, alignmentSheet } from '../../src/print/page/sheets/alignment-sheet';
import { printFile } from '../../src/print/page/sheets/print-file';
import { PAPERS, sheetHtml } from '../../src/print/page/sheets/sheet';
import { sheetsOf } from '../../src/print/page/sheets/sheets-of';
import { ENVELOPE_SIZES, ENVELOPES } from '../../src/print/papers';
import { printed } from '../support/pdf';
import { picture } from '../support/pictures';
import { batchOf, entry, itemsOf } from './items';
import { press } from './press';

const paper = press();

test('papers of different sizes are printed in one job, each page as large as its paper', async () => {
  const items = itemsOf(ENVELOPE_SIZES.map(() => entry())).map((item, index) => ({
    ...item,
    size: ENVELOPE_SIZES[index] ?? item.size,
  }));
  const file = await paper.openFile(['envelopes', 'labels', 'slips', 'lab'], batchOf(items));
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
  const page = await paper.newPage();
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

test('the ticks of an alignment page have their inches, and an envelope names the strip that the post keeps for its barcode', async () => {
  const page = await paper.newPage();
  for (const aligned of ALIGNED) {
    const sheet = alignmentSheet(aligned);
    await page.setContent(printFile('Alignment', [sheetHtml(sheet, {})]));
    const [one] = await printed(page);
    const said = (one?.texts ?? []).map(({ text }) => text);
    for (const inches of ['0.5', '0.75', '1.25', '1.5'])
      expect([aligned, inches, said.filter((text) => text === inches).length]).toEqual([aligned, inches, 2]);
    const isEnvelope = !['letter', '4x6'].includes(sheet.paper);
    expect([aligned, said.includes('Keep clear for the USPS barcode')]).toEqual([aligned, isEnvelope]);
  }
  await page.close();
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
  const page = await paper.newPage({ deviceScaleFactor: 0.75 });
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
