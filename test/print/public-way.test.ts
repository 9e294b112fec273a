import { afterAll, expect, test } from '@jest/globals';
import { greetingOf } from '../../src/domain/name/greeting';
import type { BatchItem, BatchView } from '../../src/print/batch-view';
import { readingArea } from '../../src/print/envelope-layout';
import { type LabelKind, labelBox, labelsOn } from '../../src/print/label-sheets';
import { ENVELOPE_SIZES, ENVELOPES } from '../../src/print/papers';
import { PUBLIC_NAMES } from '../domain/name/public-names';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { lettersOf, type PdfPage } from '../support/pdf';
import { openShop, PAUL, type Shop, type ShopEmail } from '../support/shop';
import { openPrint } from './dialog';
import { inch, outside, press, wordsOf } from './press';
import { blockFaults, plain, recipientOn, within } from './printed-address';
import { type LabeledLine, PUBLIC_LINES } from './public-lines';
import { wrongWith } from './public-oracle';

afterAll(closeOffices);
const paper = press();

interface Customer {
  readonly line: LabeledLine;
  readonly name: string;
  readonly given: string | null;
  readonly typed: { readonly street: string; readonly apartment: string };
  readonly place: { readonly city: string; readonly state: string; readonly zipCode: string };
}

const PLACES = [
  { city: 'Orlando', state: 'FL', zipCode: '32801-1234' },
  { city: 'San Luis Obispo', state: 'CA', zipCode: '93401-1234' },
  { city: 'Winston-Salem', state: 'NC', zipCode: '27101' },
] as const;

/** Each public line with a public name; every other one with its unit in the field for it. */
const CUSTOMERS: readonly Customer[] = sampled(PUBLIC_LINES, 36, 3).map((line, index) => ({
  line,
  ...(PUBLIC_NAMES[(index * 7) % PUBLIC_NAMES.length] as (typeof PUBLIC_NAMES)[number]),
  typed:
    line.withoutUnit !== null && index % 2 === 1
      ? { street: line.withoutUnit, apartment: line.units.join(' ') }
      : { street: line.whole, apartment: '' },
  place: PLACES[index % PLACES.length] as (typeof PLACES)[number],
}));

const EVERY = CUSTOMERS.map((_, index) => index);
const BATCH = 400;

/** Posts an order for each customer, and marks them paid as staff would: by pasting into the status column. */
const everyOrder = async (): Promise<Shop> => {
  const shop = await openShop();
  shop.office.world.switches.mailQuota = 5_000;
  for (const index of EVERY) {
    const { name, typed, place } = CUSTOMERS[index] as Customer;
    const email = `customer${index}@example.com`;
    const answer = await shop.post({ ...PAUL, ...typed, ...place, customerName: name, email, orderId: `o-${index}` });
    expect([name, typed.street, answer.ok]).toEqual([name, typed.street, true]);
    // Twenty orders a minute are below every limit, and two hundred receipts an hour.
    if (index % 20 === 19) await shop.office.later(index % 200 === 199 ? 61 * 60_000 : 61_000);
  }
  return shop;
};

/** The items of all orders as the print dialog has them, in the order in which they came in. */
const printedItems = async (shop: Shop): Promise<BatchView[]> => {
  for (let from = 0; from < CUSTOMERS.length; from += 150) {
    const rows = EVERY.slice(from, from + 150).map(() => ['paid']);
    await shop.type(`L${from + 2}`, rows);
    await shop.office.later(10 * 60_000);
  }
  const dialog = await openPrint(shop, 'envelopes');
  const batches: BatchView[] = [];
  for (let from = 0; from < CUSTOMERS.length; from += BATCH) {
    const ids = EVERY.slice(from, from + BATCH).map((index) => `o-${index}`);
    const { made = 0 } = await dialog.make(['envelopes'], await dialog.plan(['envelopes'], 'orders', ids), ids);
    batches.push(await dialog.batch(made));
  }
  return batches;
};

const customerOf = ({ id }: BatchItem): Customer => CUSTOMERS[Number(id.slice(2))] as Customer;

/** What is wrong with the lines that an order is printed with, by what its customer typed. */
const lineFaults = (item: BatchItem): string[] => {
  const { line, name, place } = customerOf(item);
  const [first = '', ...rest] = item.lines.map(plain);
  const faults = wrongWith(line, rest.slice(0, -1));
  if (lettersOf(first) !== lettersOf(name.toUpperCase())) faults.push(`${first} instead of ${name}`);
  const city = `${place.city.toUpperCase().replace('-', ' ')} ${place.state} ${place.zipCode}`;
  if (rest[rest.length - 1] !== city) faults.push(`${rest[rest.length - 1]} instead of ${city}`);
  return faults;
};

const envelopeFaults = (pages: readonly PdfPage[], items: readonly BatchItem[]): string[] =>
  items.flatMap((item, index) => {
    const size = item.size ?? 'A7';
    const page = pages[index];
    if (!page) return [`${item.id} has no envelope`];
    const area = readingArea(ENVELOPES[size]);
    const texts = page.texts.filter(({ x, baseline }) => x >= ENVELOPES[size].width * 0.39 && baseline > area.y);
    const faults = blockFaults(texts, item.lines.map(plain));
    if (outside({ ...page, texts }, area).length > 0) faults.push('outside');
    if (page.missing > 0) faults.push(`${page.missing} signs without a glyph`);
    return faults.map((fault) => `${size} ${item.id}: ${fault}`);
  });

const labelFaults = (pages: readonly PdfPage[], items: readonly BatchItem[], kind: LabelKind): string[] =>
  items.flatMap((item, index) => {
    const label = labelBox(kind, (index % labelsOn(kind)) + 1);
    const page = pages[Math.floor(index / labelsOn(kind))];
    if (!page) return [`${item.id} has no label`];
    const on = within(page, label);
    const inner = { x: label.x + 4.5, y: label.y + 4.5, width: label.width - 9, height: label.height - 9 };
    const block = recipientOn(on, kind, label, item.number);
    // Five lines do not fit an inch in 8 points: they get a little smaller, and the print dialog names them.
    const isHigh = kind === '5160' && new Set(block.map(({ baseline }) => Math.round(baseline))).size > 4;
    const faults = blockFaults(block, item.lines.map(plain)).filter(
      (it) => !isHigh || !/ in 7\.[5-9] points$/.test(it),
    );
    if (outside({ ...page, texts: on }, inner).length > 0) faults.push('outside');
    return faults.map((fault) => `${kind} ${item.id}: ${fault}`);
  });

const slipFaults = (pages: readonly PdfPage[], items: readonly BatchItem[]): string[] =>
  items.flatMap((item, index) => {
    const page = pages[index];
    if (!page) return [`${item.id} has no slip`];
    const words = plain(wordsOf([page]));
    const faults = item.lines.map(plain).flatMap((line) => {
      const missing = line.split(' ').filter((word) => !words.includes(word));
      return missing.length > 0 ? [`${missing} of ${line} is not on it`] : [];
    });
    if (!words.includes(customerOf(item).place.zipCode)) faults.push('the ZIP code is torn');
    if (outside(page, inch(0.25, page)).length > 0) faults.push('outside');
    return faults.map((fault) => `slip ${item.id}: ${fault}`);
  });

const textOfHtml = (html: string): string =>
  plain(
    html
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .replace(/&zwnj;|&#8203;|\u200c|\u2060/g, '')
      .replace(/\u2011/g, '-'),
  );

/** What no program makes a link of is broken up by signs that nobody sees: `P.O.Box`, for one, looks like a host name. */
const unspaced = (text: string): string => text.replace(/[\s\u200c]+/g, '');

/** What is wrong with a receipt: the address as it was typed in both parts, and a greeting that is certain or neutral. */
const receiptFaults = (email: ShopEmail, { name, given, typed, place }: Customer): string[] => {
  const faults: string[] = [];
  const parts = [plain(email.text), textOfHtml(email.html)];
  const zip = `${place.city}, ${place.state} ${place.zipCode}`;
  const typedLines = [typed.street, typed.apartment, zip].filter(Boolean);
  for (const [index, part] of parts.entries())
    for (const line of typedLines)
      if (!unspaced(part).includes(unspaced(line))) faults.push(`${index}: ${line} is missing`);
  const greeted = /^(?:Hi (.+)|Hello),$/m.exec(email.text);
  const called = greeted?.[1] ?? '';
  if (!greeted) faults.push('nobody is greeted');
  const isFirstName = given !== null && called.toLowerCase() === given.toLowerCase();
  const isWhole = called === '' || called === greetingOf(name).name;
  const isOneWord = called !== '' && !called.includes(' ');
  if (!isFirstName && (!isWhole || (isOneWord && name.trim().includes(' '))))
    faults.push(`${name} is called ${called}`);
  return faults.map((fault) => `receipt of ${name}: ${fault}`);
};

test('public lines and names go from the request to every paper and the receipt, whole and where their labels say', async () => {
  const shop = await everyOrder();
  const receipts = shop.emails().filter(({ subject }) => subject.startsWith('We have your order'));
  const sent = new Map(receipts.map((email) => [email.to, email]));
  const faults: string[] = [];
  let read = 0;
  for (const index of EVERY) {
    const email = sent.get(`customer${index}@example.com`);
    if (email) faults.push(...receiptFaults(email, CUSTOMERS[index] as Customer));
    if (email) read++;
  }
  expect(read).toBe(CUSTOMERS.length);
  for (const batch of await printedItems(shop)) {
    const items = batch.items.map((item, index) => ({
      ...item,
      size: ENVELOPE_SIZES[index % ENVELOPE_SIZES.length] as BatchItem['size'],
    }));
    faults.push(...items.flatMap((item) => lineFaults(item).map((fault) => `${item.id}: ${fault}`)));
    faults.push(...envelopeFaults(await paper.print('envelopes', { ...batch, items }), items));
    for (const kind of ['5160', '5163', '4x6'] as const satisfies readonly LabelKind[])
      faults.push(...labelFaults(await paper.print('labels', { ...batch, items }, { kind, start: 1 }), items, kind));
    faults.push(...slipFaults(await paper.print('slips', { ...batch, items }), items));
  }
  expect(faults).toEqual([]);
}, 900_000);
