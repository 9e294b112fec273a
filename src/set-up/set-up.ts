import type { TabBuilder } from '../core/set-up-ports';
import { EMAIL_KINDS } from '../domain/email-kind';
import { type IndexEntry, indexEntry } from '../ledger/row-owner';
import { columnEvidence } from '../repair/column-evidence';
import { SAMPLE_EVENT } from '../workbook/events';
import { type Cell, isWhole, layoutOf, type Row, rowOf, textOf } from '../workbook/layout';
import { DEFAULT_PRICES, priceListRows } from '../workbook/price-list';
import { settingRows } from '../workbook/setting-meanings';
import { settingNamed } from '../workbook/settings';
import { TAB_KEYS, TABS, type TabKey } from '../workbook/tabs';
import { type HeaderAnswers, type HeaderQuestion, type HeaderRepair, repairHeaders } from './header-repair';
import { headersBelow, headersBelowText } from './headers-below';
import { repairLiveHeaders } from './live-headers';
import { KNOWN_BY_HEADERS, renamedBack } from './renamed-tabs';

/** What a tab begins with, and the column that tells one line from another: a line that is missing is added later. */
const DEFAULTS: Readonly<Partial<Record<TabKey, { readonly rows: readonly Row[]; readonly key: string | null }>>> = {
  priceList: { rows: priceListRows(DEFAULT_PRICES), key: null },
  events: { rows: [SAMPLE_EVENT], key: null },
  settings: { rows: settingRows(), key: 'Setting' },
  emails: { rows: EMAIL_KINDS.map((kind) => ({ Kind: kind, On: 'on', Subject: '', Message: '' })), key: 'Kind' },
};

/** What set-up did to the tabs, a sentence each; empty when everything was as it should. */
export interface TabsReport {
  readonly report: readonly string[];
  /** What only staff can say about the columns of the Orders tab; it stays as it is until then. */
  readonly questions: readonly HeaderQuestion[];
  /** Why the Orders tab was left as it is, in one sentence; blank when it was not. */
  readonly problem: string;
  /** Whether the Orders tab was made, though the Ledger knows orders, and whether headers of it were written. */
  readonly orders: { readonly isNew: boolean; readonly isRepaired: boolean };
}

/** Before headers are written: those whose columns were gone, so that they count only once they are filled again. */
type OnAdded = (headers: readonly string[]) => void;

const filledIn = ([, ...rows]: readonly (readonly unknown[])[]): number[] =>
  (rows[0] ?? []).map((_, column) => rows.filter((row) => row[column] !== '').length);

/** The entries of the Ledger; none where it can't be read, or nothing is in it. */
const knownOrders = (tabBuilder: TabBuilder): readonly IndexEntry[] => {
  const [header = [], ...rows] = tabBuilder.cells('ledger') as readonly (readonly Cell[])[];
  const layout = layoutOf('ledger', header);
  if (!isWhole(layout)) return [];
  return rows.map((cells, at) => indexEntry({ at: at + 2, cells: rowOf(layout, cells) })).filter(({ id }) => id !== '');
};

const repairOf = (
  tabBuilder: TabBuilder,
  key: TabKey,
  headers: readonly string[] | null,
  isFirst: boolean,
  answers: HeaderAnswers,
  onAdded: OnAdded,
): HeaderRepair | null => {
  const isSound = isWhole(layoutOf(key, headers ?? []));
  const known = key === 'orders' && headers !== null && !isFirst ? knownOrders(tabBuilder) : [];
  if (isSound && known.length === 0) return null;
  const cells = headers === null ? [] : tabBuilder.cells(key);
  const row = { headers: headers ?? [], filled: filledIn(cells) };
  if (known.length === 0) return repairHeaders(key, row, key === 'orders', answers);
  const live = repairLiveHeaders(row, columnEvidence(cells, known), answers);
  onAdded(live.added);
  return live;
};

/** Creates what is missing and repairs headers; never moves or deletes what's there. Safe to run again. */
export const setUpTabs = (
  tabBuilder: TabBuilder,
  answers: HeaderAnswers = {},
  onAdded: OnAdded = () => {},
): TabsReport => {
  const report: string[] = [];
  const questions: HeaderQuestion[] = [];
  for (const tab of KNOWN_BY_HEADERS) report.push(...[renamedBack(tabBuilder, tab)].filter(Boolean));
  const isFirst =
    tabBuilder.headers('ledger') === null || tabBuilder.texts('ledger', 'Order ID').every((id) => id === '');
  let isRepaired = false;
  const hadNoOrders = tabBuilder.headers('orders') === null;
  const below = hadNoOrders ? null : headersBelow(tabBuilder.cells('orders'));
  // The Ledger tells which column of the Orders tab is which.
  const inTurn: readonly TabKey[] = isFirst ? TAB_KEYS : ['ledger', ...TAB_KEYS.filter((key) => key !== 'ledger')];
  for (const key of inTurn) {
    if (key === 'orders' && below !== null) continue;
    const headers = tabBuilder.headers(key);
    if (headers === null) {
      tabBuilder.create(key);
      report.push(`Created the ${TABS[key].name} tab.`);
    }
    const repair = repairOf(tabBuilder, key, headers, isFirst, answers, onAdded);
    if (repair) {
      if (repair.writes.size > 0) tabBuilder.writeHeaders(key, repair.writes);
      if (key === 'orders') isRepaired = repair.writes.size > 0;
      report.push(...repair.report);
      questions.push(...repair.questions);
      if (repair.questions.length > 0) continue;
    }
    report.push(...tabBuilder.dress(key, headers === null), ...addDefaults(tabBuilder, key, headers === null));
  }
  tabBuilder.arrange();
  const styled = questions.length === 0 && below === null ? tabBuilder.style() : [];
  if (!hadNoOrders) report.push(...styled);
  const orders = { isNew: hadNoOrders && !isFirst, isRepaired: isRepaired || (hadNoOrders && !isFirst) };
  return { report, questions, problem: below === null ? '' : headersBelowText(below), orders };
};

const addDefaults = (tabBuilder: TabBuilder, tab: TabKey, isNew: boolean): string[] => {
  const defaults = DEFAULTS[tab];
  if (!defaults) return [];
  const [first] = Object.keys(defaults.rows[0] ?? {});
  const { key } = defaults;
  // A setting under its former name is there: its line stays as it is.
  const known = (text: string): string => (tab === 'settings' && settingNamed(text)) || text.toLowerCase();
  const present = tabBuilder.texts(tab, key ?? first ?? '').map(known);
  const isEmpty = present.every((text) => text === '');
  const isMissing = (row: Row): boolean => key !== null && !present.includes(known(textOf(row[key])));
  const rows = isEmpty ? defaults.rows : defaults.rows.filter(isMissing);
  if (rows.length > 0) tabBuilder.append(tab, rows);
  if (isNew) return [];
  if (isEmpty) return [`${TABS[tab].name} was empty. Added the default lines.`];
  return key === null ? [] : rows.map((row) => `Added the line "${textOf(row[key])}" to ${TABS[tab].name}.`);
};
