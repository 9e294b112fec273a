import { expect, test } from '@jest/globals';
import jsQR from 'jsqr';
import type { Locator } from 'playwright-core';
import { printed } from '../support/pdf';
import { FIVE_LINES } from './hard-orders';
import { batchOf, entry, itemsOf } from './items';
import { inch, outside, press, wordsOf } from './press';

const paper = press();

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
  const file = await paper.openFile(['slips'], batch);
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
  for (const words of ['Pickup by', '東京 太郎', 'CPS table in the main lobby']) expect(pickup).toContain(words);
  const long = wordsOf(pages.slice(2));
  for (let index = 0; index < 200; index++) expect(long).toContain(photo(index));
  expect(long.split(' 999').length - 1).toBe(200);
  expect(long).toContain('199800 prints');
});

test('a packing slip says when the order was made and whom to ask, and for a gift it has no prices', async () => {
  const items = itemsOf([entry(), entry({ number: 'ASDAR26-0002', fulfillment: 'pickup' })]);
  const said = async (slipPrices: boolean) =>
    (await paper.print('slips', batchOf(items, { slipPrices }))).map((page) => wordsOf([page]));
  for (const words of await said(true))
    for (const each of ['Ordered October 1, 2026', 'Questions? hello@cps-photos.example', 'Total $20.00'])
      expect(words).toContain(each);
  for (const words of await said(false)) {
    expect(words).toContain('3 prints');
    expect(words).toContain('Ordered October 1, 2026');
    expect(words).not.toMatch(/\$|Subtotal|Shipping|saved/);
  }
});

test('a long address makes no other line of its packing slip smaller than 8 points', async () => {
  const street = '7411 SOUTH COTTAGE GROVE AVENUE NORTHWEST';
  const long = {
    street,
    unit: 'Building 12 Suite 1500',
    city: 'Rancho Santa Margarita',
    state: 'CA',
    zipCode: '92688-1234',
  };
  const [page] = await paper.print('slips', batchOf(itemsOf([entry({ address: long, name: 'Anne-Marie Ruiz' })])));
  const size = (word: string) => page?.texts.find(({ text }) => text.includes(word))?.size ?? 0;
  for (const word of ['ANNE-MARIE', 'COTTAGE', 'RANCHO', '92688-1234']) expect(size(word)).toBeGreaterThan(7.95);
});

test('the lab list prints each count once, on as many pages as it needs', async () => {
  const entries = Array.from({ length: 200 }, (_, index) =>
    entry({
      eventCode: index % 2 ? 'ASDAR26' : '',
      lines: [{ photoNumber: `IMG_${1000 + index}`, size: '5x7', quantity: 7 }],
    }),
  );
  const pages = await paper.print('lab', batchOf(itemsOf(entries)));
  expect(pages.length).toBe(4);
  expect(pages.flatMap((page) => outside(page, inch(0.4, page)))).toEqual([]);
  const words = wordsOf(pages);
  for (let index = 0; index < 200; index++) expect(words.split(`IMG_${1000 + index}`)).toHaveLength(2);
  expect(words.split(' 7 ').length - 1).toBeGreaterThanOrEqual(196);
  expect(words.split('5x7: 700')).toHaveLength(3);
});
