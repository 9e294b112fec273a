import type { ReportSheets, ReportSource } from '../core/report-ports';
import { columnLetters } from '../workbook/a1';
import { CONTROLLED } from '../workbook/controlled';
import { type Cell, type Layout, layoutOf, layoutProblem, rowOf, textOf } from '../workbook/layout';
import { TABS, type TabKey } from '../workbook/tabs';
import type { LiveSpreadsheet } from './live-spreadsheet';
import type { ColumnarTab, ReportLook } from './report-look';
import { sheetsApi } from './sheets-api';

/** The cells of a column or of some columns, from the top; spaces at the end of each are left out. */
type Column = readonly Cell[];
type Columns = readonly Column[];

/** What reports need of the two long tabs: the other columns, wide ones among them, are not read. */
const NEEDED: Readonly<Record<ColumnarTab, readonly string[]>> = {
  orders: CONTROLLED,
  ledger: ['Order ID', 'Order Number', 'Status', 'Accepted At', 'Progress', 'Order'],
};
const WHOLE = ['events', 'settings'] as const;

/** Orders, Ledger, Events and Settings in one call of the Sheets service, column by column, where the columns are today. */
export class SheetsReportSource implements ReportSource {
  private readonly live: LiveSpreadsheet;

  /** @param doubted headers of the Orders tab that name no column for now. */
  constructor(
    private readonly look: ReportLook,
    private readonly doubted: () => readonly string[],
  ) {
    this.live = look.live;
  }

  get timeZone(): string {
    return this.live.timeZone;
  }

  get size(): number {
    return Math.max(0, (this.live.tab('ledger')?.getLastRow() ?? 0) - 1);
  }

  read(): ReportSheets {
    for (const key of WHOLE) this.live.needTab(key);
    const ordersProblem = layoutProblem(this.layout('orders'));
    const orders = ordersProblem ? [] : this.ranges('orders');
    const ranges = [...orders, ...this.ranges('ledger'), ...WHOLE.map((key) => `'${TABS[key].name}'`)];
    const { valueRanges = [] } = sheetsApi().Values.batchGet(this.live.id, {
      ranges,
      majorDimension: 'COLUMNS',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    const [events, settings] = valueRanges.slice(-WHOLE.length).map(({ values }) => (values ?? []) as Columns);
    const columns = valueRanges.map(({ values }) => (values?.[0] ?? []) as Column);
    const between = orders.length;
    return {
      orders: ordersProblem ? [] : joined('orders', columns.slice(0, between)),
      ordersProblem,
      ledger: joined('ledger', columns.slice(between, between + NEEDED.ledger.length)),
      events: records('events', events ?? []),
      settings: records('settings', settings ?? []),
    };
  }

  private layout(tab: ColumnarTab): Layout {
    return layoutOf(tab, this.look.headers(tab), tab === 'orders' ? this.doubted() : []);
  }

  /** The needed columns of a tab as A1 ranges. @throws Error that names one that is missing. */
  private ranges(tab: ColumnarTab): readonly string[] {
    const layout = this.layout(tab);
    return NEEDED[tab].map((header) => {
      const index = layout.columns.get(header);
      if (index === undefined) throw new Error(`${layoutProblem(layout)} Run CPS Orders > Set up this sheet.`);
      const letters = columnLetters(index);
      return `'${TABS[tab].name}'!${letters}:${letters}`;
    });
  }
}

/** Columns side by side as records. @throws Error when one is not the column that was looked for a moment ago. */
const joined = (tab: ColumnarTab, columns: Columns): Record<string, Cell>[] => {
  const headers = NEEDED[tab];
  if (headers.some((header, index) => textOf(columns[index]?.[0]) !== header))
    throw new Error(`Someone was moving columns in the ${TABS[tab].name} tab. Nothing was changed. Please try again.`);
  const length = Math.max(...columns.map((column) => column.length));
  const rows: Record<string, Cell>[] = [];
  for (let at = 1; at < length; at++) {
    const row: Record<string, Cell> = {};
    headers.forEach((header, index) => {
      row[header] = columns[index]?.[at] ?? '';
    });
    rows.push(row);
  }
  return rows;
};

/** The rows of a small tab as records by header. */
const records = (tab: TabKey, columns: Columns): Record<string, Cell>[] => {
  const layout = layoutOf(
    tab,
    columns.map(([header = '']) => header),
  );
  const length = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: Math.max(0, length - 1) }, (_, index) =>
    rowOf(
      layout,
      columns.map((column) => column[index + 1] ?? ''),
    ),
  );
};
