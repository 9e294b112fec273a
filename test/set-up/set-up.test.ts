import { afterAll, expect, test } from '@jest/globals';
import type { Office } from 'local-apps-script';
import { numberText } from '../../src/domain/text/for-people';
import type { Preview } from '../../src/import/preview';
import { times } from '../support/campaign';
import { closeOffices, openOffice } from '../support/office';
import { openShop, PAUL, shopOn } from '../support/shop';
import { asOwner, OLD_HEADERS, oldRow, openOldSheet } from './old-sheet';

afterAll(closeOffices);

interface Result {
  readonly role: string;
  readonly report: readonly string[];
  readonly questions: readonly {
    header: string;
    candidates: { column: number; name: string }[];
  }[];
  readonly preview: Preview | null;
}

/** Opens the set-up dialog as someone and calls its first method, as the page does. */
const runSetUp = async (
  office: Office,
  user = 'operator',
  answers: Record<string, number | null> = {},
): Promise<Result> => {
  const { ok, value, error } = await rpc(office, user, 'setUp.run', answers);
  if (!ok) throw new Error(error);
  return value as Result;
};

const rpc = async (office: Office, user: string, method: string, ...args: unknown[]) => {
  const { outcome } = await office.call('App.showSetUp', [], user);
  if (outcome.status !== 'completed') throw new Error(JSON.stringify(outcome));
  const html = office.world.ui.dialogs[office.world.ui.dialogs.length - 1]?.html ?? '';
  const [, token = ''] = /data-token="([0-9a-f]{64})"/.exec(html) ?? [];
  const answer = await office.run({ function: 'rpc', args: [token, method, ...args] as never, as: user });
  return (answer as unknown as { result: { ok: boolean; value?: unknown; error?: string } }).result;
};

const handlers = (office: Office): string[] =>
  office.world.triggers
    .all()
    .map(({ handler }) => handler)
    .sort();

/** What set-up installs, once. */
const TRIGGERS = ['App.morning', 'App.nightly', 'App.onSheetEdit', 'App.sweep'];

test('an empty spreadsheet gets every tab, its triggers and its secrets, and a second run changes nothing', async () => {
  const office = openOffice();
  const first = await runSetUp(office);
  expect(first.role).toBe('operator');
  expect(first.report).toContain('Created the Orders tab.');
  const before = JSON.stringify(office.world.workbooks.get(office.bound));
  const second = await runSetUp(office);
  expect(second.report).toEqual([]);
  expect(JSON.stringify(office.world.workbooks.get(office.bound))).toBe(before);
  expect(handlers(office)).toEqual(TRIGGERS);
});

test('statuses are colored, an unpaid "to ship" is gray, and four filter views are ready', async () => {
  const shop = await openShop();
  for (const customerName of ['Ann Lee', 'Ben Roe']) await shop.post({ ...PAUL, customerName });
  const tab = shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('Orders');
  expect(tab?.meta.filterViews.map(({ title }) => title)).toEqual([
    'Awaiting payment',
    'To ship',
    'To pick up',
    'Problems',
  ]);
  const [unpaid] = tab?.meta.conditionalRules ?? [];
  expect(unpaid?.booleanRule?.condition).toEqual({
    type: 'CUSTOM_FORMULA',
    values: [{ userEnteredValue: '=AND($L1="pending",$Q1<>"")' }],
  });
  expect(tab?.meta.conditionalRules).toHaveLength(8);
  // They reach up to the header, so that orders inserted right below it are colored, too.
  for (const { ranges } of tab?.meta.conditionalRules ?? [])
    for (const range of ranges) expect(range.startRowIndex ?? 0).toBe(0);
  expect((await runSetUp(shop.office)).report).toEqual([]);
});

test('colors that slipped down, a view that was deleted and a Ledger that was shown are repaired and named', async () => {
  const shop = await openShop();
  const tab = shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('Orders');
  tab?.configure({
    conditionalRules: tab.meta.conditionalRules.map((rule) => ({
      ...rule,
      ranges: rule.ranges.map((range) => ({ ...range, startRowIndex: 5 })),
    })),
    filterViews: tab.meta.filterViews.filter(({ title }) => title !== 'Problems'),
  });
  shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('Ledger')?.configure({ hidden: false });
  const { report } = await runSetUp(shop.office);
  expect(report).toEqual([
    'Ledger: hidden, because only CPS Orders uses it.',
    'Orders: extended the status colors to the newest orders.',
    'Orders: added the filter view Problems.',
  ]);
  expect(tab?.meta.conditionalRules).toHaveLength(8);
  expect((await runSetUp(shop.office)).report).toEqual([]);
});

test('formats and dropdowns that someone changed are repaired and named, each column that differs and no other', async () => {
  const shop = await openShop();
  await shop.post(PAUL);
  const { office } = shop;
  const formats = () => (office.sheet('Orders', 1, 100) as { numberFormats: unknown }).numberFormats;
  const host = { effectiveUser: 'operator@cps-photos.example', activeUser: '', execution: 'host', bound: office.bound };
  const sheet = office.world.workbooks.get(office.bound)?.tabNamed('Orders')?.id ?? 0;
  const cells = (row: number, column: number, rows: number) => ({
    file: office.bound,
    sheet,
    row,
    column,
    rows,
    columns: 1,
  });
  const before = formats();
  const change = (what: string, ...args: unknown[]) => office.world.perform(what, args as never, host);
  change('Range.setNumberFormat', cells(40, 16, 3), '0');
  change('Range.setDataValidation', cells(2, 12, 1), null);
  const oneChoice = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'to ship' }] };
  change('Range.setDataValidation', cells(9, 17, 1), { condition: oneChoice, showCustomUi: true, strict: false });
  expect((await runSetUp(office)).report).toEqual([
    'Orders: corrected the cell format in ZIP Code.',
    'Orders: corrected the dropdown in Status, Shipping Status.',
  ]);
  expect(formats()).toEqual(before);
  expect((await runSetUp(office)).report).toEqual([]);
});

test('a sheet with settings under their former names keeps its names and values, and gets no second line for them', async () => {
  const shop = await openShop();
  const rename = async (now: string, before: string, value: string) => {
    const at = shop.rows('Settings').findIndex(({ Setting }) => Setting === now) + 2;
    await shop.office.edit({ sheet: 'Settings', range: `A${at}:B${at}`, values: [[before, value]] });
  };
  await rename('Large order total', 'Ask staff from a total of', '1');
  await rename('Emails per change', 'Mails per run', '77');
  const before = shop.rows('Settings');
  expect((await runSetUp(shop.office)).report).toEqual([]);
  expect(shop.rows('Settings')).toEqual(before);
  await shop.post(PAUL);
  expect(shop.rows('Outbox').map(({ Error: why }) => why)).toEqual([expect.stringMatching(/ \[large-total\]$/)]);
});

test('every header of the Orders tab says what belongs below it, and a note of someone’s own stays', async () => {
  const { office } = await openShop();
  const notes = () => (office.sheet('Orders', 1, 1) as unknown as { notes: string[][] }).notes[0]?.slice(0, 18) ?? [];
  expect(notes().filter((note) => note === '')).toEqual([]);
  const id = office.world.workbooks.get(office.bound)?.tabNamed('Orders')?.id ?? 0;
  const email = { file: office.bound, sheet: id, row: 1, column: 4, rows: 1, columns: 1 };
  office.world.perform('Range.setNote', [email, 'Ask Dana before you change one.'], {
    effectiveUser: 'operator@cps-photos.example',
    activeUser: 'operator@cps-photos.example',
    execution: 'host',
    bound: office.bound,
  });
  await runSetUp(office);
  expect(notes()[3]).toBe('Ask Dana before you change one.');
});

test('a tab that someone locked is named, since the menu of the others fails there', async () => {
  const { office } = await openShop();
  const tab = office.world.workbooks.get(office.bound)?.tabNamed('Outbox');
  tab?.configure({ protections: tab.meta.protections.map((each) => ({ ...each, warningOnly: false })) });
  expect((await runSetUp(office)).report).toEqual([expect.stringContaining('Outbox is locked')]);
});

test('old rows in another column order, two headers missing: asked, imported, nothing lost, nobody emailed', async () => {
  // As people type: spaces, capitals, dollar signs, American dates; three rows that nobody can read.
  const count = times(1_000, 5_000);
  const rows = Array.from({ length: count }, (_, index) => {
    const row = oldRow(index + 1);
    const typed = [' Paid', 'SHIPPED', 'void', 'pending '][index % 4] ?? '';
    row[0] = index % 100 === 99 ? 'perhaps' : typed;
    if (index >= 300 && index % 100 === 99) row[0] = typed;
    row[6] = '$8.00';
    row[16] = '3/1/2026';
    return row;
  });
  const office = await openOldSheet([OLD_HEADERS, ...rows]);
  const shop = shopOn(office);
  const asked = await runSetUp(office);
  expect(asked.questions.map(({ header }) => header)).toEqual(['Email', 'Feedback']);
  const [email] = asked.questions;
  expect(email?.candidates.map(({ name }) => name)).toEqual(['Kontakt', 'Notes']);
  expect(shop.rows('Ledger')).toEqual([]);

  const shown = await runSetUp(office, 'operator', { Email: 3, Feedback: null });
  expect(shown.questions).toEqual([]);
  expect(shown.preview).toMatchObject({
    taken: count - 3,
    left: 3,
    problems: [{ what: 'Unknown Status', rows: [101, 201, 301] }],
    months: [{ label: '2026-03', orders: 0.75 * count - 3 }],
    cancelled: { orders: count / 4 },
  });
  expect(shop.rows('Ledger')).toEqual([]);
  const done = (await rpc(office, 'operator', 'setUp.takeOver')).value as Result;
  expect([...shown.report, ...done.report]).toEqual([
    'Orders: the column "Kontakt" is now called "Email".',
    'Orders: the missing column "Feedback" was added.',
    'Orders: corrected the cell format in Order ID, Order Number, Customer Name, Email, Phone, Fulfillment Type and 11 more.',
    'Orders: corrected the dropdown in Fulfillment Type, Status, Shipping Status.',
    'Orders: added the missing status colors.',
    'Orders: added the filter views Awaiting payment, To ship, To pick up, Problems.',
    `Imported ${numberText(count - 3)} orders from the sheet. No emails were sent.`,
    expect.stringMatching(
      new RegExp(`^Some cells of these rows were filled in or cleaned up: .*Status in ${numberText(count - 3)}`),
    ),
    "3 rows couldn't be imported and weren't changed. Correct the rows, then run this again.",
    'Row 101: its Status "perhaps" is unknown.',
    'Row 201: its Status "perhaps" is unknown.',
    'Row 301: its Status "perhaps" is unknown.',
  ]);
  const orders = shop.rows('Orders');
  expect(orders).toHaveLength(count);
  expect(orders[6]).toMatchObject({ 'Order ID': 'old-7', Email: 'customer7@example.com', Notes: 'called twice' });
  expect(orders[99]?.Status).toBe('perhaps');
  expect(shop.rows('Ledger')).toHaveLength(count - 3);
  await office.advance(600_000);
  expect(shop.emails()).toEqual([]);
  const again = await runSetUp(office);
  expect(again.report).toEqual(done.report.slice(2));
  expect(JSON.stringify(shop.rows('Orders'))).toBe(JSON.stringify(orders));
}, 120_000);

test('a doubled and a misspelled header are repaired and named, and the fuller column is used', async () => {
  const shop = await openShop();
  await shop.post(PAUL);
  await shop.type('S1', 'Status');
  await shop.type('D1', 'E-mail');
  const { report } = await runSetUp(shop.office);
  expect(report).toEqual([
    'Orders: column D, "E-mail", holds the values of "Email", so it was renamed.',
    'Orders: two columns were called "Status". Column L is used; column S is now called "Status (2)".',
  ]);
  expect(shop.rows('Orders')[0]).toMatchObject({ Status: 'pending', Email: PAUL.email, 'Status (2)': '' });
});

test('a line of the Settings that someone deleted comes back with its default', async () => {
  const shop = await openShop();
  await shop.office.rows({ sheet: 'Settings', action: 'delete', row: 2, count: 1 });
  expect((await runSetUp(shop.office)).report).toEqual(['Added the line "Studio name" to Settings.']);
  expect(shop.rows('Settings').map(({ Setting }) => Setting)).toContain('Studio name');
});

test('another person’s set-up repairs tabs, and installs nothing and makes no secret', async () => {
  const office = openOffice();
  const { role, report } = await runSetUp(office, 'staff');
  expect(role).toBe('staff');
  expect(report).toContain('Created the Orders tab.');
  expect(handlers(office)).toEqual([]);
  expect((await rpc(office, 'staff', 'setUp.secret')).error).toContain('Only the operator');
  expect((await runSetUp(office)).role).toBe('operator');
  expect(handlers(office)).toEqual(TRIGGERS);
});

test('in a copy set-up says so and changes nothing until someone says what the copy is for', async () => {
  const shop = await openShop();
  await shop.post(PAUL);
  const { copy } = shop.office.copy();
  shop.office.open(copy);
  const before = JSON.stringify(shop.office.world.workbooks.get(copy));
  expect(await runSetUp(shop.office)).toMatchObject({ role: 'copy', report: [] });
  expect(JSON.stringify(shop.office.world.workbooks.get(copy))).toBe(before);
  await rpc(shop.office, 'operator', 'setUp.chooseCopy', 'practice');
  expect((await runSetUp(shop.office)).role).toBe('practice');
  expect(handlers(shop.office)).toEqual(TRIGGERS);
});

test('a copy made the live sheet holds what waits in its Outbox and imports the work', async () => {
  const shop = await openShop();
  shop.office.weather({ switches: { mailQuota: 0 } });
  await shop.post({ ...PAUL, orderId: 'a-1' });
  shop.office.weather({ switches: { mailQuota: null } });
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'after' });
  await shop.post({ ...PAUL, orderId: 'a-2' });
  const { copy } = shop.office.copy();
  shop.office.open(copy);
  const { value } = await rpc(shop.office, 'operator', 'setUp.chooseCopy', 'live');
  expect(value).toMatchObject({ role: 'operator' });
  expect(shop.rows('Outbox').map(({ State }) => State)).toEqual(['held', 'unsure']);
  await shop.office.later(3_600_000);
  // The second one had left, and the original, which is still alive here, sent the first when its quota came back.
  expect(shop.emails().filter(({ to }) => to === PAUL.email)).toHaveLength(2);
});

/** A copy of a sheet with one order; the original accepted more orders after that, some for another event. */
const openLateCopy = async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'a-1' });
  const { copy } = shop.office.copy();
  const given = [
    await shop.post({ ...PAUL, orderId: 'a-2' }),
    await shop.post({ ...PAUL, orderId: 'a-3', eventCode: 'SPRING27' }),
  ].map(({ orderNumber }) => String(orderNumber));
  expect(given).toEqual(['ASDAR26-0002', 'SPRING27-0001']);
  shop.office.open(copy);
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: copy };
  shop.office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], host);
  return { shop, copy };
};

test('a copy made the live sheet gives no number that its original gave after the copy was taken', async () => {
  const { shop } = await openLateCopy();
  await rpc(shop.office, 'operator', 'setUp.chooseCopy', 'live');
  const numberOf = async (orderId: string, eventCode: string) =>
    (await shop.post({ ...PAUL, orderId, eventCode })).orderNumber;
  expect(await numberOf('b-1', 'ASDAR26')).toBe('ASDAR26-1002');
  expect(await numberOf('b-2', 'SPRING27')).toBe('SPRING27-1001');
  expect(await numberOf('b-3', 'SPRING27')).toBe('SPRING27-1002');
  expect(shop.rows('Activity')).toContainEqual(
    expect.objectContaining({ Event: 'made live', Detail: expect.stringContaining('skipped ahead by 1,000') }),
  );
  // A copy of that copy jumps on from there.
  const { copy } = shop.office.copy();
  expect(await numberOf('b-4', 'FALL27')).toBe('FALL27-1003');
  shop.office.open(copy);
  await rpc(shop.office, 'operator', 'setUp.chooseCopy', 'live');
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: copy };
  shop.office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], host);
  expect(await numberOf('c-1', 'FALL27')).toBe('FALL27-2003');
});

test('a copy made the live sheet asks for a web app of its own, and its emails do not lead to that of the original', async () => {
  const shop = await openShop();
  const row = shop.rows('Settings').findIndex(({ Setting }) => Setting === 'Web app address') + 2;
  const old = 'https://script.google.com/macros/s/old/exec';
  await shop.office.edit({ sheet: 'Settings', range: `B${row}`, values: [[old]] });
  await shop.post(PAUL);
  expect(shop.emails()[0]?.text).toContain(old);
  const { copy } = shop.office.copy();
  shop.office.open(copy);
  await rpc(shop.office, 'operator', 'setUp.chooseCopy', 'live');
  expect(await rpc(shop.office, 'operator', 'setUp.run', {})).toMatchObject({ value: { webAppUrl: '' } });
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: copy };
  shop.office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], host);
  await shop.post({ ...PAUL, orderId: 'b-1' });
  expect(shop.emails()).toHaveLength(2);
  expect(shop.emails()[1]?.text).not.toContain(old);
});

test('a copy without any order jumps, too', async () => {
  const shop = await openShop();
  const { copy } = shop.office.copy();
  expect((await shop.post(PAUL)).orderNumber).toBe('ASDAR26-0001');
  shop.office.open(copy);
  await rpc(shop.office, 'operator', 'setUp.chooseCopy', 'live');
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: copy };
  shop.office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], host);
  expect((await shop.post({ ...PAUL, orderId: 'b-1' })).orderNumber).toBe('ASDAR26-1001');
  expect((await shop.post({ ...PAUL, orderId: 'b-2' })).orderNumber).toBe('ASDAR26-1002');
  expect(shop.rows('Ledger')).toHaveLength(2);
});

test.each(['before', 'late'] as const)(
  'a copy whose numbers could not be moved ahead (%s) stays a copy until it is tried again',
  async (kind) => {
    const { shop } = await openLateCopy();
    shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind });
    const { ok, error } = await rpc(shop.office, 'operator', 'setUp.chooseCopy', 'live');
    shop.office.clearFaults();
    expect([ok, error]).toEqual([false, expect.stringContaining("isn't the live sheet yet")]);
    expect((await runSetUp(shop.office)).role).toBe('copy');
    expect(await shop.post({ ...PAUL, orderId: 'b-1' })).toMatchObject({ ok: false });
    expect(await rpc(shop.office, 'operator', 'setUp.chooseCopy', 'live')).toMatchObject({ ok: true });
    const { orderNumber } = await shop.post({ ...PAUL, orderId: 'b-1' });
    expect(Number(String(orderNumber).slice(-4))).toBeGreaterThan(1_000);
  },
);

test('an old tab that is already dressed keeps what people added: own rules, own columns, own widths', async () => {
  const shop = await openShop();
  asOwner(shop.office, 'Spreadsheet.insertSheet', 'My notes', null, null);
  await shop.type('T1', 'My column');
  expect((await runSetUp(shop.office)).report).toEqual([]);
  expect(shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('My notes')).not.toBeNull();
});
