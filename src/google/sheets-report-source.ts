import { CONTROLLED } from '../reports/control';
import type { ReportSheets, ReportSource } from '../reports/report-ports';
import { columnLetters } from '../workbook/a1';
import { type Cell, layoutOf, layoutProblem, rowOf, textOf } from '../workbook/layout';
import { TABS, type TabKey } from '../workbook/tabs';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { sheetsApi } from './sheets-api';

type Grid = readonly (readonly Cell[])[];

/** What reports need of the Ledger: the wide columns between these are not read. */
const LEDGER = ['Order ID', 'Order Number', 'Status', 'Accepted At', 'Progress', 'Order'] as const;
const WHOLE: readonly TabKey[] = ['orders', 'events', 'settings'];

/** A column of the Ledger as an A1 range, where it stands among these headers. */
const columnOf = (headers: readonly string[], header: string): string => {
  const letters = columnLetters(headers.indexOf(header));
  return `'${TABS.ledger.name}'!${letters}:${letters}`;
};

const USUAL: readonly string[] = TABS.ledger.columns.map(({ header }) => header);

/**
 * Orders, Ledger, Events and Settings in one call of the Sheets service. The Ledger's columns are read where set-up put
 * them; in the rare case that somebody has moved them, a second and third call read them where they stand.
 */
export class SheetsReportSource implements ReportSource {
  constructor(private readonly live: LiveSpreadsheet) {}

  get timeZone(): string {
    return this.live.timeZone;
  }

  get size(): number {
    return Math.max(0, (this.live.tab('ledger')?.getLastRow() ?? 0) - 1);
  }

  read(): ReportSheets {
    for (const key of [...WHOLE, 'ledger'] as const) this.live.needTab(key);
    const wholes = WHOLE.map((key) => `'${TABS[key].name}'`);
    const grids = this.grids([...wholes, ...LEDGER.map((header) => columnOf(USUAL, header))]);
    const [orders = [], events = [], settings = []] = grids;
    const columns = grids.slice(wholes.length);
    const isUsual = LEDGER.every((header, index) => textOf(columns[index]?.[0]?.[0]) === header);
    return {
      orders: controlled(orders),
      ledger: joined(isUsual ? columns : this.movedLedger()),
      events: records('events', events),
      settings: records('settings', settings),
    };
  }

  private movedLedger(): readonly Grid[] {
    const [[headers = []] = []] = this.grids([`'${TABS.ledger.name}'!1:1`]);
    const layout = layoutOf('ledger', headers);
    if (LEDGER.some((header) => !layout.columns.has(header)))
      throw new Error(`${layoutProblem(layout)} Run CPS Orders > Set up this sheet.`);
    const texts = headers.map(textOf);
    return this.grids(LEDGER.map((header) => columnOf(texts, header)));
  }

  private grids(ranges: string[]): readonly Grid[] {
    const { valueRanges = [] } = sheetsApi().Values.batchGet(this.live.id, {
      ranges,
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    return valueRanges.map(({ values }) => (values ?? []) as Cell[][]);
  }
}

const records = (tab: TabKey, [header = [], ...rows]: Grid): Record<string, Cell>[] => {
  const layout = layoutOf(tab, header);
  return rows.map((row) => rowOf(layout, row));
};

/** The few columns of the Orders tab that are controlled. @throws Error that names one that is missing. */
const controlled = ([header = [], ...rows]: Grid): Record<string, Cell>[] => {
  const layout = layoutOf('orders', header);
  if (CONTROLLED.some((name) => !layout.columns.has(name)))
    throw new Error(`${layoutProblem(layout)} Run CPS Orders > Set up this sheet.`);
  const columns = CONTROLLED.map((name) => [name, layout.columns.get(name) ?? 0] as const);
  return rows.map((row) => {
    const record: Record<string, Cell> = {};
    for (const [name, index] of columns) record[name] = row[index] ?? '';
    return record;
  });
};

/** Columns side by side as records; the service leaves blanks at the end of each out. */
const joined = (columns: readonly Grid[]): Record<string, Cell>[] => {
  const length = Math.max(0, ...columns.map((column) => column.length));
  const rows: Record<string, Cell>[] = [];
  for (let at = 1; at < length; at++) {
    const row: Record<string, Cell> = {};
    LEDGER.forEach((header, index) => {
      row[header] = columns[index]?.[at]?.[0] ?? '';
    });
    rows.push(row);
  }
  return rows;
};
