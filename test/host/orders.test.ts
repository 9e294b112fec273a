import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { get, post } from 'local-apps-script/testing';
import { times } from '../support/campaign';
import { cleanUp, type HostProcess, newFolder, startHost, startPreparing } from './host-process';

const ORDER = {
  customerName: 'Paul Smith',
  email: 'paul@example.com',
  phone: '407-555-0134',
  fulfillmentType: 'ship',
  street: '123 Main St',
  apartment: 'Apt 4',
  city: 'Orlando',
  state: 'FL',
  zipCode: '32801',
  eventCode: 'ASDAR26',
  items: [
    { photoNumber: '1234', qty4x6: 3, qty5x7: 0, qty8x10: 0 },
    { photoNumber: '1235', qty4x6: 0, qty5x7: 0, qty8x10: 1 },
  ],
};

afterAll(cleanUp);

const rowsOf = async (address: string, tab = 'Orders'): Promise<string[][]> => {
  const { display } = (await get(address, `/local/sheet/${tab}?from=1&rows=200`)).json;
  return display.filter((row: string[]) => row[0] !== '');
};

const emailsTo = async (address: string): Promise<string[]> =>
  (await get(address, '/local/mail')).json.mails.map(({ to }: { to: string }) => to);

/** The curl line that the host printed, as the request that it makes. */
const printedPost = ({ output }: HostProcess): { address: string; body: string } => {
  const [, body = '', address = ''] = /curl -sL .* -d '([^']+)' '?(http[^'\s]+)'?/.exec(output()) ?? [];
  return { address, body };
};

describe('on a host that runs', () => {
  let host: HostProcess;
  beforeAll(async () => {
    host = await startHost('--data', newFolder(), '--auth', 'open');
  });
  afterAll(cleanUp);

  test('the printed curl line posts an order that lands in the sheet, with its receipt', async () => {
    const { address, body } = printedPost(host);
    const { json } = await post(address, '', body);
    expect(json).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0001', subtotal: '40.00', duplicate: false });

    const part = (await get(host.address, '/local/sheet/Orders?from=1&rows=2')).json;
    const headers: string[] = part.display[0];
    const cell = (header: string): [unknown, string] => {
      const at = headers.indexOf(header);
      return [part.values[1][at], part.display[1][at]];
    };
    expect(cell('Customer Name')).toEqual(['Paul Smith', 'Paul Smith']);
    expect(cell('Shipping Address')[0]).toContain('Apt 4');
    expect(cell('Items')[0]).toBe('1234 4x6 x3, 1235 8x10 x1');
    expect(cell('Total')).toEqual([40, '$40.00']);
    expect(cell('Status')[0]).toBe('pending');
    expect(cell('ZIP Code')).toEqual(['32801', '32801']);
    expect(Date.parse(String(cell('Created At')[0]))).not.toBeNaN();

    const { mails: emails } = (await get(host.address, '/local/mail')).json;
    expect(emails).toHaveLength(1);
    expect(emails[0]).toMatchObject({ to: 'paul@example.com', subject: expect.stringContaining('ASDAR26-0001') });
    expect(emails[0].text).toContain('40.00');
  });

  test('the same order sent twice is one row and one email, and the second answer says duplicate', async () => {
    const twice = { ...ORDER, email: 'twice@example.com' };
    const first = await post(host.address, '/exec', twice);
    const second = await post(host.address, '/exec', twice);
    expect(second.json).toEqual({ ...first.json, duplicate: true });
    expect((await rowsOf(host.address)).filter((row) => row.includes(twice.email))).toHaveLength(1);
    expect((await emailsTo(host.address)).filter((to) => to === twice.email)).toHaveLength(1);
  });

  test('a name that looks like a formula and a ZIP with a leading zero are stored as that text', async () => {
    const customerName = '=IMPORTDATA("http://x")';
    await post(host.address, '/exec', { ...ORDER, customerName, state: 'MA', city: 'Boston', zipCode: '01234' });
    const { values, formulas } = (
      await get(host.address, `/local/sheet/Orders?from=${(await rowsOf(host.address)).length}&rows=1`)
    ).json;
    expect(values[0]).toEqual(expect.arrayContaining([customerName, '01234']));
    expect(formulas[0].join('')).toBe('');
  });

  test('twenty posts at once are twenty rows with twenty numbers and twenty receipts', async () => {
    const customers = Array.from({ length: 20 }, (_, number) => `customer${number}@example.com`);
    const answers = await Promise.all(customers.map((email) => post(host.address, '/exec', { ...ORDER, email })));
    expect(answers.map(({ json }) => json.ok)).toEqual(customers.map(() => true));
    const numbers = answers.map(({ json }) => json.orderNumber);
    expect(new Set(numbers).size).toBe(20);
    expect(
      (await rowsOf(host.address))
        .filter((row) => numbers.includes(row[1]))
        .map((row) => row[1])
        .sort(),
    ).toEqual(numbers.sort());
    expect((await emailsTo(host.address)).filter((to) => customers.includes(to)).sort()).toEqual([...customers].sort());
  });
});

describe('on a host of its own', () => {
  afterEach(cleanUp);

  test('every order that was answered ok before kill -9 is there after a restart, once', async () => {
    const data = newFolder();
    let host = await startHost('--data', data, '--auth', 'open');
    const numbers: string[] = [];
    const lives = times(1, 2);
    for (let life = 1; life <= lives; life += 1) {
      for (const part of ['a', 'b']) {
        const { json } = await post(host.address, '/exec', { ...ORDER, orderId: `${life}${part}` });
        numbers.push(json.orderNumber);
      }
      await host.end('SIGKILL');
      host = await startHost('--data', data, '--auth', 'open');
    }
    expect((await rowsOf(host.address)).slice(1).map((row) => row[1])).toEqual(numbers);
    expect((await rowsOf(host.address, 'Ledger')).length).toBe(1 + 2 * lives);
    expect(await emailsTo(host.address)).toHaveLength(2 * lives);
  });

  // Elsewhere `npm test` has hosts that ask for a signature: test/entrypoints/web/documents.
  test.each(['key', 'signature'].slice(0, times(1, 2)))(
    'with --auth %s the printed line is accepted and a bare post is not',
    async (mode) => {
      const host = await startHost('--data', newFolder(), '--auth', mode);
      const { address, body } = printedPost(host);
      expect((await post(address, '', body)).json).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0001' });
      expect((await post(host.address, '/exec', ORDER)).json).toMatchObject({ ok: false, code: 'SIGNATURE_MISSING' });
      expect(await rowsOf(host.address)).toHaveLength(2);
    },
  );
});

test('--sample fills a new data folder with orders over two months, in all statuses, with their emails and feedback', async () => {
  const other = await startHost('--data', newFolder(), '--sample', '24');
  const part = (await get(other.address, '/local/sheet/Orders?from=1&rows=50')).json;
  const [headers, ...rows] = part.values.filter((row: string[]) => row[0] !== '');
  const column = (header: string): string[] => rows.map((row: string[]) => row[headers.indexOf(header)]);
  expect(rows).toHaveLength(24);
  const days = column('Created At').map((time) => (Date.now() - Date.parse(time)) / 86_400_000);
  expect(Math.max(...days)).toBeGreaterThan(50);
  expect(Math.min(...days)).toBeLessThan(1);
  expect(new Set(column('Status'))).toEqual(new Set(['pending', 'paid', 'shipped', 'cancelled']));
  expect(column('Feedback').filter((text) => text !== '').length).toBeGreaterThan(2);
  expect(new Set(column('Order Number').map((number) => number.split('-')[0])).size).toBe(3);
  const events = (await get(other.address, '/local/sheet/Events?from=2&rows=9')).json.display;
  expect(events.map((row: string[]) => row[0])).toEqual(['ASDAR26', 'FLCHR26', 'MWGYM26']);
  const { mails: emails } = (await get(other.address, '/local/mail')).json as {
    mails: { to: string; subject: string }[];
  };
  const [own, customers] = [true, false].map((isOwn) =>
    emails.filter(({ to }) => (to === 'operator@cps-photos.example') === isOwn),
  ) as [typeof emails, typeof emails];
  expect(new Set(customers.map(({ to }) => to)).size).toBe(24);
  expect(customers.length).toBeGreaterThan(40);
  // A low rating is reported to the operator, too, and nothing else: all went well.
  expect(own.filter(({ subject }) => !subject.startsWith('Low rating'))).toEqual([]);
});

test('while sample orders are being made the page can look on, and every other call waits until all are there', async () => {
  const address = await startPreparing('--data', newFolder(), '--sample', '12');
  const { progress, tab, mails: emails } = (await get(address, '/local/shown?tab=Orders&from=1&rows=50')).json;
  expect([progress, tab.name, emails]).toEqual([expect.stringContaining('12 sample orders'), 'Orders', undefined]);
  expect((await (await fetch(`${address}/`)).text()).slice(0, 15)).toBe('<!doctype html>');
  expect((await (await fetch(`${address}/local/cells/Orders?from=1&rows=1`)).text()).slice(0, 11)).toBe('{"pieces":[');

  const { json } = await post(address, '/exec', ORDER);
  expect(json.ok).toBe(true);
  expect(await rowsOf(address)).toHaveLength(1 + 12 + 1);
  expect((await get(address, '/local/shown')).json.progress).toBeUndefined();
});
