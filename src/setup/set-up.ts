import { MAIL_KINDS } from '../domain/mail-kind';
import { SAMPLE_EVENT } from '../workbook/events';
import type { Row } from '../workbook/layout';
import { DEFAULT_PRICES, priceListRows } from '../workbook/price-list';
import { settingRows } from '../workbook/settings';
import { TAB_KEYS, TABS, type TabKey } from '../workbook/tabs';

/** Makes and repairs tabs. Everything here is visual or a default: SpreadsheetApp does it (design.md 3). */
export interface Workshop {
  /** The header texts of a tab from its first column on; null when there is no such tab. */
  headers(tab: TabKey): readonly string[] | null;
  create(tab: TabKey): void;
  /** Writes header texts at columns counted from 0. */
  writeHeaders(tab: TabKey, headers: ReadonlyMap<number, string>): void;
  /** Formats, dropdowns, widths, notes, colours, frozen header, hidden state, warning-only protection. */
  dress(tab: TabKey): void;
  /** Whether nothing stands below the header. */
  isEmpty(tab: TabKey): boolean;
  fill(tab: TabKey, rows: readonly Row[]): void;
  /** Tabs in their order, without the blank one that a new spreadsheet begins with. */
  arrange(): void;
}

/** What a fresh sheet begins with. */
const DEFAULT_ROWS: Readonly<Partial<Record<TabKey, readonly Row[]>>> = {
  priceList: priceListRows(DEFAULT_PRICES),
  settings: settingRows(),
  events: [SAMPLE_EVENT],
  emails: MAIL_KINDS.map((kind) => ({ Kind: kind, On: 'on', Subject: '', Message: '' })),
};

/** What set-up did, a sentence each; empty when everything stood as it should. */
export type SetUpReport = readonly string[];

const MISSING_COLUMN = (header: string, tab: string): string => `Added the column "${header}" to ${tab}.`;

/** Creates what is missing and repairs headers; never moves or deletes what stands there. Safe to run again. */
export const setUpTabs = (workshop: Workshop): SetUpReport => {
  const report: string[] = [];
  for (const key of TAB_KEYS) {
    const { name, columns } = TABS[key];
    let headers = workshop.headers(key);
    if (headers === null) {
      workshop.create(key);
      report.push(`Made the tab ${name}.`);
      headers = [];
    }
    const missing = columns.map((column) => column.header).filter((header) => !headers.includes(header));
    const isNew = headers.every((header) => header === '');
    const start = isNew ? 0 : lastFilled(headers) + 1;
    if (missing.length > 0) {
      workshop.writeHeaders(key, new Map(missing.map((header, index) => [start + index, header])));
      if (!isNew) report.push(...missing.map((header) => MISSING_COLUMN(header, name)));
    }
    workshop.dress(key);
    const rows = DEFAULT_ROWS[key];
    if (rows && workshop.isEmpty(key)) workshop.fill(key, rows);
  }
  workshop.arrange();
  return report;
};

const lastFilled = (headers: readonly string[]): number => {
  let last = headers.length - 1;
  while (last >= 0 && headers[last] === '') last--;
  return last;
};
