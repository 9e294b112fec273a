import type { TabBuilder } from '../core/set-up-ports';
import { MAIL_KINDS } from '../domain/mail-kind';
import { SAMPLE_EVENT } from '../workbook/events';
import { isWhole, layoutOf, type Row, textOf } from '../workbook/layout';
import { DEFAULT_PRICES, priceListRows } from '../workbook/price-list';
import { settingRows } from '../workbook/settings';
import { TAB_KEYS, TABS, type TabKey } from '../workbook/tabs';
import { type HeaderAnswers, type HeaderQuestion, repairHeaders } from './header-repair';

/** What a tab begins with, and the column that tells one line from another: a line that is missing is added later. */
const DEFAULTS: Readonly<Partial<Record<TabKey, { readonly rows: readonly Row[]; readonly key: string | null }>>> = {
  priceList: { rows: priceListRows(DEFAULT_PRICES), key: null },
  events: { rows: [SAMPLE_EVENT], key: null },
  settings: { rows: settingRows(), key: 'Setting' },
  emails: { rows: MAIL_KINDS.map((kind) => ({ Kind: kind, On: 'on', Subject: '', Message: '' })), key: 'Kind' },
};

/** What set-up did to the tabs, a sentence each; empty when everything stood as it should. */
export interface TabsReport {
  readonly report: readonly string[];
  /** What only a person can say about the columns of the Orders tab; it stays as it is until then. */
  readonly questions: readonly HeaderQuestion[];
}

/** Creates what is missing and repairs headers; never moves or deletes what stands there. Safe to run again. */
export const setUpTabs = (tabBuilder: TabBuilder, answers: HeaderAnswers = {}): TabsReport => {
  const report: string[] = [];
  const questions: HeaderQuestion[] = [];
  const isFirst =
    tabBuilder.headers('ledger') === null || tabBuilder.texts('ledger', 'Order ID').every((id) => id === '');
  const hadNoOrders = tabBuilder.headers('orders') === null;
  for (const key of TAB_KEYS) {
    const headers = tabBuilder.headers(key);
    if (headers === null) {
      tabBuilder.create(key);
      report.push(`Made the tab ${TABS[key].name}.`);
    }
    if (!isWhole(layoutOf(key, headers ?? []))) {
      const row = { headers: headers ?? [], filled: headers === null ? [] : tabBuilder.filled(key) };
      const repair = repairHeaders(key, row, key === 'orders' && isFirst, answers);
      if (repair.writes.size > 0) tabBuilder.writeHeaders(key, repair.writes);
      report.push(...repair.report);
      questions.push(...repair.questions);
      if (repair.questions.length > 0) continue;
    }
    report.push(...tabBuilder.dress(key, headers === null), ...addDefaults(tabBuilder, key, headers === null));
  }
  tabBuilder.arrange();
  const styled = questions.length === 0 ? tabBuilder.style() : [];
  if (!hadNoOrders) report.push(...styled);
  return { report, questions };
};

const addDefaults = (tabBuilder: TabBuilder, tab: TabKey, isNew: boolean): string[] => {
  const defaults = DEFAULTS[tab];
  if (!defaults) return [];
  const [first] = Object.keys(defaults.rows[0] ?? {});
  const { key } = defaults;
  const present = tabBuilder.texts(tab, key ?? first ?? '').map((text) => text.toLowerCase());
  const isEmpty = present.every((text) => text === '');
  const isMissing = (row: Row): boolean => key !== null && !present.includes(textOf(row[key]).toLowerCase());
  const rows = isEmpty ? defaults.rows : defaults.rows.filter(isMissing);
  if (rows.length > 0) tabBuilder.append(tab, rows);
  if (isNew) return [];
  if (isEmpty) return [`${TABS[tab].name} was empty: the default lines have been added.`];
  return key === null ? [] : rows.map((row) => `Added the line "${textOf(row[key])}" to ${TABS[tab].name}.`);
};
