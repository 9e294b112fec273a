import type { StaffPorts } from '../core/staff-ports';
import { oneOf, recordOf, text } from '../rpc/argument-checks';
import { dialog, inLive } from '../rpc/dialog';
import { ForPeople, method } from '../rpc/rpc';
import { readEvents } from '../workbook/events';
import type { Choice } from './choice';
import { csvOf, reportCsv } from './csv';
import { formatValue } from './format';
import { keyFigures } from './key-figures';
import { chosenReport, WrongChoice } from './make-report';
import { orderListDocument, orderRows } from './order-list';
import { PERIODS } from './period';
import { printable } from './printable';
import { reportDocument } from './report-document';
import type { ReportPorts } from './report-ports';
import type { SalesReport } from './sales-report';
import { tabPage } from './tab-page';
import { pageRequests } from './tab-requests';
import { zoneInWords } from './zone-words';

/** What these methods work with. */
type Ports = ReportPorts & Pick<StaffPorts, 'workbook'>;

/** What the dialog opens with. */
export interface ReportStart {
  /** The day in the spreadsheet's time zone, `2026-10-02`. */
  readonly today: string;
  readonly timeZone: string;
  readonly orders: number;
  readonly periods: readonly { readonly value: string; readonly label: string }[];
  readonly events: readonly { readonly value: string; readonly label: string }[];
}

/** The result of a report, for the dialog: figures in words. */
export interface ReportSummary {
  readonly title: string;
  readonly lines: readonly string[];
  readonly verdict: string;
  readonly agrees: boolean;
  readonly hasBefore: boolean;
  readonly isEmpty: boolean;
  readonly rows: readonly { readonly heading: boolean; readonly cells: readonly string[] }[];
}

const start = (ports: Ports): ReportStart => {
  const { source, clock, workbook } = ports;
  return {
    today: clock.local(clock.now()).slice(0, 10),
    timeZone: zoneInWords(source.timeZone),
    orders: source.size,
    periods: Object.entries(PERIODS).map(([value, label]) => ({ value, label })),
    events: [...new Set(readEvents(workbook.read().events).values())].map(({ code, name }) => ({
      value: code,
      label: name === code ? code : `${code} ${name}`,
    })),
  };
};

const summaryOf = (report: SalesReport): ReportSummary => {
  const { title, lines, verdict } = reportDocument(report);
  const { rows = [] } = keyFigures(report.figures, report.before);
  const { orders, payments, returns } = report.figures;
  return {
    title,
    lines,
    verdict: verdict.text,
    agrees: verdict.good,
    hasBefore: report.before !== null,
    isEmpty: orders + payments.orders + returns.orders === 0,
    rows: rows.map(({ cells, kind }) => ({ heading: kind === 'heading', cells: cells.map(formatValue) })),
  };
};

const FILES = {
  'report csv': (report: SalesReport): string => reportCsv(reportDocument(report)),
  'report page': (report: SalesReport): string => printable(reportDocument(report)),
  'orders csv': (report: SalesReport): string => csvOf(orderRows(report)),
  'orders page': (report: SalesReport): string => printable(orderListDocument(report), 'list'),
} as const;

const reportFor = (ports: ReportPorts, choice: Choice): SalesReport => {
  try {
    return chosenReport(ports, choice);
  } catch (error) {
    throw error instanceof WrongChoice ? new ForPeople(error.message) : error;
  }
};

const choice = recordOf(text(40));
const file = oneOf('report csv', 'report page', 'orders csv', 'orders page');

/** The dialog for the sales report and the list of orders. */
export const REPORT = dialog(
  { page: 'report', title: 'Sales report', size: [680, 640] },
  inLive<Ports>({
    'report.start': method([], start),
    'report.make': method([choice], (ports, chosen) => {
      const report = reportFor(ports, chosen);
      const page = tabPage(reportDocument(report));
      ports.reportTab.write((state) => pageRequests(state, page));
      return summaryOf(report);
    }),
    'report.file': method([choice, file], (ports, chosen, what) => FILES[what](reportFor(ports, chosen))),
    'report.open': method([], (ports) => {
      ports.reportTab.show();
      return true;
    }),
  }),
);
