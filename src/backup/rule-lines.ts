import { type FormTab, nextRow, type RowChange } from '../rpc/save-tab';
import { localDateTimeOf } from '../workbook/date-serial';
import { type Cell, type Row, textOf } from '../workbook/layout';
import { SETTINGS, settingNamed } from '../workbook/settings';
import { TABS } from '../workbook/tabs';
import type { TabRows } from '../workbook/view';

/** Tabs that rule what the program does, with what a line of each is known by. */
export const RULE_TABS = { settings: 'Setting', priceList: 'Size', events: 'Event Code', emails: 'Kind' } as const;

/** Columns in which only the program explains something. */
const EXPLAINING: readonly string[] = ['Meaning'];

/** One cell of a line that is not as in the backup, as people read it. */
export interface RuleCell {
  readonly header: string;
  readonly here: string;
  readonly there: string;
}

/** A setting, a size, an event or a kind of email that is not as in the backup. */
export interface RuleLine {
  readonly tab: FormTab;
  readonly key: string;
  readonly cells: readonly RuleCell[];
  /** Whether there is no such line here. */
  readonly isMissing: boolean;
}

const headersOf = (tab: FormTab): readonly string[] =>
  TABS[tab].columns.map(({ header }) => header).filter((header) => !EXPLAINING.includes(header));

interface Placed {
  readonly at: number;
  readonly row: Row;
}

/** What a line is called now: a backup may know a setting by its former name. */
const keyOf = (tab: FormTab, row: Row): string => {
  const name = textOf(row[RULE_TABS[tab]]);
  const setting = tab === 'settings' && settingNamed(name);
  return setting && SETTINGS[setting].formerly?.toLowerCase() === name.toLowerCase() ? SETTINGS[setting].key : name;
};

/** Lines by what they are known by, however it is capitalized; a size with several offers has several rows. */
const groups = (tab: FormTab, rows: TabRows): ReadonlyMap<string, readonly Placed[]> => {
  const found = new Map<string, Placed[]>();
  rows.forEach((row, index) => {
    const key = keyOf(tab, row).toLowerCase();
    if (key) found.set(key, [...(found.get(key) ?? []), { at: index + 2, row }]);
  });
  return found;
};

const shown = (tab: FormTab, header: string, cell: Cell | undefined): string => {
  const format = TABS[tab].columns.find((column) => column.header === header)?.format;
  if (typeof cell !== 'number') return textOf(cell);
  if (format === 'date') return localDateTimeOf(cell).slice(0, 10);
  return format === 'money' ? cell.toFixed(2) : textOf(cell);
};

const differing = (tab: FormTab, here: readonly Placed[], there: readonly Placed[]): RuleCell[] =>
  Array.from({ length: Math.max(here.length, there.length) }, (_, place) =>
    headersOf(tab).flatMap((header): RuleCell[] => {
      const isKey = header === RULE_TABS[tab];
      const [now, then] = [here, there].map((rows) =>
        isKey ? keyOf(tab, rows[place]?.row ?? {}) : shown(tab, header, rows[place]?.row[header]),
      ) as [string, string];
      const isSame = isKey ? now.toLowerCase() === then.toLowerCase() : now === then;
      return isSame || (isKey && place > 0) ? [] : [{ header, here: now, there: then }];
    }),
  ).flat();

/** What of a tab is not as in the backup. Lines that came since stay, and are not listed. */
export const ruleLines = (tab: FormTab, here: TabRows, there: TabRows): RuleLine[] => {
  const now = groups(tab, here);
  return [...groups(tab, there)].flatMap(([key, rows]): RuleLine[] => {
    const mine = now.get(key) ?? [];
    const cells = differing(tab, mine, rows);
    return cells.length > 0 ? [{ tab, key: keyOf(tab, rows[0]?.row ?? {}), cells, isMissing: mine.length === 0 }] : [];
  });
};

/** The changes that set some lines of a tab back, and a sentence for the Activity tab. Rows too many are emptied. */
export const ruleChanges = (
  tab: FormTab,
  keys: readonly string[],
  here: TabRows,
  there: TabRows,
  from: string,
): { readonly changes: readonly RowChange[]; readonly told: string } => {
  const chosen = ruleLines(tab, here, there).filter(({ key }) => keys.includes(key));
  const [now, then] = [groups(tab, here), groups(tab, there)];
  let next = nextRow(here, tab);
  const changes = chosen.flatMap(({ key }): RowChange[] => {
    const [mine, wanted] = [now.get(key.toLowerCase()) ?? [], then.get(key.toLowerCase()) ?? []];
    return Array.from({ length: Math.max(mine.length, wanted.length) }, (_, place): RowChange => {
      const known = wanted[place]?.row;
      const headers = known && !mine[place] ? TABS[tab].columns.map(({ header }) => header) : headersOf(tab);
      const row = Object.fromEntries(
        headers
          .filter((header) => !known || header in known)
          .map((header): [string, Cell] => [header, known?.[header] ?? '']),
      );
      const standing = mine[place];
      return standing ? { change: 'update', at: standing.at, row } : { change: 'insert', at: next++, row };
    });
  });
  const told = chosen.map(
    ({ key, cells }) =>
      `${key}: ${cells.map(({ header, here: was, there: is }) => `${header} "${is}" (was "${was}")`).join(', ')}.`,
  );
  return { changes, told: `Restored from ${from}. ${told.join(' ')}`.slice(0, 2_000) };
};
