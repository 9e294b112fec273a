import { beforeEach, expect, test } from '@jest/globals';
import { axe, textOf } from '../support/browser';
import { times } from '../support/campaign';
import { openHost } from '../support/open-host';
import { picture } from '../support/pictures';
import { PAUL } from '../support/shop';
import { keepShop, runNightly, shopWithOrders } from './backup-shop';

const ORDERS = times(300, 1_000);
const AMOUNT = (ORDERS * 40).toLocaleString('en-US', { minimumFractionDigits: 2 });
const NAMES = ['Paul Smith', 'Anna Lee', 'Marcus Hill', 'Zoe Park'];
/** Customers with names of their own, before last night's backup. */
const NAMED = 12;

const host = openHost([], async (folder) => {
  // Minutes ago, so that no minute is full of orders now, and no trigger overdue.
  const shop = await shopWithOrders(ORDERS - NAMED, { now: new Date(Date.now() - 150_000).toISOString() });
  for (let order = 1; order <= NAMED; order++) {
    const customerName = NAMES[order % NAMES.length] ?? '';
    await shop.post({ ...PAUL, orderId: `web-${order}`, customerName, email: `customer${order}@example.com` });
  }
  await runNightly(shop);
  await keepShop(shop, folder);
});

// Each test has a minute of its own: the sheet takes 60 reads of the advanced service in one.
beforeEach(async () => {
  await host.post('/local/clock', { advance: 'PT1M' });
});

type Row = readonly unknown[];

const orders = async (): Promise<Row[]> =>
  (await host.get(`/local/sheet/Orders?from=2&rows=${ORDERS + 100}`)).json.values
    .filter((row: Row) => row[0] !== '')
    .sort((a: Row, b: Row) => (String(a[0]) < String(b[0]) ? -1 : 1));

/** Someone deletes 50 rows and pastes over 20 others. */
const ruin = async (row: number): Promise<void> => {
  await host.post('/local/rows', { sheet: 'Orders', action: 'delete', row, count: 50, user: 'staff' });
  const pasted = ['Overwritten', 'wrong@example.com', 'none', 'ship', 'nowhere', '?', 1, 2, 3];
  const values = Array.from({ length: 20 }, () => pasted);
  await host.post('/local/edit', { sheet: 'Orders', range: `C${row}:K${row + 19}`, values, user: 'staff' });
};

type Source = 'last night' | 'the Ledger';

const inThePage = async (source: Source): Promise<void> => {
  const { page, frame, problems } = await host.dialog('Data > Backups');
  const way = source === 'the Ledger' ? 'the built-in order log' : 'Restore …';
  await frame.getByRole('button', { name: way }).last().click();
  await frame.getByText('missing from the sheet').waitFor();
  await frame.getByLabel('Rows I choose').check();
  const rules = frame.getByRole('heading', { name: 'Settings, prices, events, email texts' });
  expect(await rules.count()).toBe(source === 'last night' ? 1 : 0);
  if (source === 'last night') await frame.getByText('No differences.').waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Preview' }).click();
  await frame.getByText('70 orders will be restored').waitFor();
  expect(await orders()).toHaveLength(ORDERS + 1 - 50);
  await frame.getByRole('button', { name: 'Restore 70 orders' }).click();
  await frame.getByText('70 orders restored. No emails were sent.').waitFor();
  expect(problems).toEqual([]);
  await page.close();
};

/** Opens the dialog and calls its methods as it does, by calls of the control API only. */
const byControlApi = async (source: Source): Promise<void> => {
  await host.post('/local/menu', { item: 'Data > Backups' });
  const { id } = (await host.get('/local/state')).json.dialogs.at(-1);
  const html = await (await fetch(`${host.address}/local/dialog/${id}`)).text();
  const [, token] = /data-token=&quot;([0-9a-f]{64})/.exec(html) ?? [];
  const call = async (...args: unknown[]) =>
    (await host.post('/local/run', { function: 'rpc', args: [token, ...args], dialog: id })).json.result.value;
  const from = source === 'the Ledger' ? 'ledger' : (await call('backups.list')).backups.at(-1).id;
  const { found, newer } = await call('restore.compare', from);
  expect(newer.count).toBe(source === 'the Ledger' ? 0 : 1);
  const chosen = found.map(({ id: order, kind }: { id: string; kind: string }) => ({ id: order, kind }));
  expect(await call('restore.run', from, chosen)).toEqual({ restored: 70, unchanged: 0, troubles: [] });
};

const emailsToCustomers = async (): Promise<unknown[]> =>
  (await host.get('/local/mail')).json.mails.filter(({ to }: { to: string }) => !to.startsWith('operator@'));

test('a backup is made and verified while the dialog waits for it', async () => {
  const { page, frame, problems } = await host.dialog('Data > Backups');
  await frame.getByRole('button', { name: 'Back up now' }).click();
  await frame.getByText(`verified: ${ORDERS.toLocaleString('en-US')} rows, $${AMOUNT} total`).waitFor();
  await picture(page, 'dialog-backups');
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

// Each ruins rows above those of the one before: below them are what was restored and the order that came since.
test.each([
  ['last night', 'in the page', inThePage, ORDERS - 70],
  ['the Ledger', 'in the page', inThePage, ORDERS / 2],
  ['last night', 'by the control API', byControlApi, 100],
  ['the Ledger', 'by the control API', byControlApi, 20],
] as const)(
  '50 rows deleted and 20 garbled come back from %s %s; what came since stays, no email, numbers go on',
  async (source, _where, restore, row) => {
    const last = (await orders()).length;
    if (last === ORDERS) await host.post('/exec', { ...PAUL, orderId: 'since', email: 'since@example.com' });
    const before = await orders();
    expect(before).toHaveLength(ORDERS + 1);
    const emails = await emailsToCustomers();
    await ruin(row);
    await restore(source);
    expect(await orders()).toEqual(before);
    expect(await emailsToCustomers()).toEqual(emails);
  },
);

test('and the next order gets the next number', async () => {
  expect((await host.post('/exec', { ...PAUL, orderId: 'after' })).json).toMatchObject({
    ok: true,
    orderNumber: `ASDAR26-${String(ORDERS + 2).padStart(4, '0')}`,
  });
});

test('Health shows a line for each check, with what to do about problems', async () => {
  const { page, frame, problems } = await host.dialog('Health');
  await frame.getByText('Everything is running.').waitFor();
  await frame.getByText('All triggers are installed and belong to you.').waitFor();
  await picture(page, 'dialog-health');
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('everything is exported as JSON, a tab as CSV', async () => {
  await host.post('/local/edit', { sheet: 'Orders', range: 'S2', values: [["'=1+1"]] });
  const { page, frame, problems } = await host.dialog('Data > Export all data');
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: 'Everything as JSON' }).click(),
  ]);
  const { tabs } = JSON.parse(await textOf(json));
  expect(tabs.Orders).toHaveLength(ORDERS + 2);
  expect(tabs.Orders[0]).toMatchObject({
    'Order ID': 'order-1',
    Total: 40,
    'ZIP Code': '32801',
    'Column (19)': '=1+1',
  });
  expect(tabs.Orders[0]['Created At']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  expect(Object.keys(tabs)).toEqual(expect.arrayContaining(['Ledger', 'Outbox', 'Activity', 'Settings']));
  await frame
    .getByText(/^Downloaded /)
    .first()
    .waitFor();
  await picture(page, 'dialog-export');
  expect(await axe(frame)).toEqual([]);
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    frame
      .getByRole('row', { name: /^Orders/ })
      .getByRole('button')
      .click(),
  ]);
  expect(csv.suggestedFilename()).toMatch(/^Orders \d{4}-\d\d-\d\d\.csv$/);
  expect(await textOf(csv)).toMatch(/^\ufeffOrder ID,Order Number[\s\S]*,"?'=1\+1"?\r\n/);
  expect(problems).toEqual([]);
  await page.close();
});

test('a customer is erased after a preview of what was found', async () => {
  const { page, frame, problems } = await host.dialog('Data > Erase a customer');
  await frame.getByLabel('Email address').fill('customer7@example.com');
  await frame.getByRole('button', { name: 'Find records' }).click();
  await frame.getByText('What will be erased').waitFor();
  await picture(page, 'dialog-erase');
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Erase permanently' }).click();
  await frame.getByText('Erased customer7@example.com').waitFor();
  expect(JSON.stringify(await orders())).not.toContain('customer7@');
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});
