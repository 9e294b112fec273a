import { columnLetters } from './a1';
import {
  type Change,
  type Identity,
  isPlaced,
  type PlacedChange,
  SHARED_TABS,
  type SharedTab,
  writtenBy,
} from './changes';
import { type Cell, type Layout, type Row, textOf } from './layout';
import type { Where } from './left-copies';
import { NUMBER_FORMATS, type SheetsRequest } from './requests';
import { TABS } from './tabs';
import type { WorkbookView } from './view';

/**
 * What was in a row right before a commit wrote to it. The batch itself copies it into the Scratch tab before its
 * first write, so it is of the same moment: whose row it was, and what to reverted, are known whatever people did.
 */
export interface FormerRow {
  readonly change: PlacedChange;
  /** Every cell that was copied, by the header that really was above it. */
  readonly cells: Row;
  /** Of these the cells that the commit wrote to, or took out with the row. */
  readonly written: Row;
  /** Every cell of these as the commit has left it. */
  readonly now: Row;
  /** The headers above the cells whose notes it wrote. */
  readonly noted: readonly string[];
  /** Whether it is the row, and these are the columns, that the change was meant for. */
  readonly isMeant: boolean;
}

/** The headers of the Orders tab at the moment of the commit, by the place in which a new row's cells were written. */
export type HeadersMet = ReadonlyMap<string, string>;

/** What came back from the Scratch tab. */
export interface Former {
  readonly rows: readonly FormerRow[];
  /** By the header that was expected, the one that was there; null when no row was inserted into the Orders tab. */
  readonly headers: HeadersMet | null;
}

/** How a batch copies what its rows hold, and how to read that back. */
export interface CopyPlan {
  /** Requests to put before all others of the batch. */
  readonly requests: readonly SheetsRequest[];
  /** The A1 range of the Scratch tab that holds the copies. */
  readonly range: string;
  /** How many cells that are. */
  readonly cells: number;
  /** Whether the copies name a customer, so that they must not stay. */
  readonly isPersonal: boolean;
  /** @returns null when these are not the copies of this batch. */
  readonly read: (values: readonly (readonly Cell[])[]) => Former | null;
}

/** How long a text of order ids goes into the tab: a cell holds 50,000 characters (docs/google.md G11). */
const LONGEST_IDS = 40_000;

/** Columns whose copies say nothing about someone. */
const IMPERSONAL: readonly string[] = [
  ...['Order ID', 'Order Number', 'Status', 'Shipping Status', 'Tracking Number', 'Key', 'Kind', 'State', 'Attempts'],
  ...['Sent At', 'Error', 'Lease Until', 'Not Before', 'Not After', 'Created At', 'Setting', 'Value', 'Meaning'],
  ...TABS.priceList.columns.map(({ header }) => header),
  ...TABS.events.columns.map(({ header }) => header),
];

/** The rows of one tab that a batch copies: a line of headers, then a line per row. */
interface Section {
  readonly tab: SharedTab;
  readonly sheetId: number;
  /** Column index and header, as the batch was planned, from left to right. */
  readonly columns: readonly (readonly [number, string])[];
  /** Row numbers (1 = the header) before the batch, rising. */
  readonly rows: readonly number[];
  readonly changes: readonly { readonly change: PlacedChange; readonly at: number }[];
  /** The line of the Scratch tab, from 0, with the headers. */
  readonly top: number;
  /** Whether a row is inserted under these headers. */
  readonly isInsertedInto: boolean;
}

/** A row number as it was before the changes in front of it; null for a row that one of them has inserted. */
const beforeInserts = (before: readonly Change[], tab: SharedTab, at: number): number | null => {
  let row = at;
  for (const change of [...before].reverse()) {
    if (change.change !== 'insert' || change.tab !== tab) continue;
    if (change.at === row) return null;
    if (change.at < row) row -= 1;
  }
  return row;
};

/** Deletions come after all other changes and count rows as before themselves: as the inserts have left them. */
const placesIn = (changes: readonly Change[], tab: SharedTab): Section['changes'] =>
  changes.flatMap((change, index) => {
    if (!isPlaced(change) || change.tab !== tab) return [];
    const before = change.change === 'delete' ? changes : changes.slice(0, index);
    const at = beforeInserts(before, tab, change.at);
    return at === null ? [] : [{ change, at }];
  });

const headersOf = (change: PlacedChange, layout: Layout): readonly string[] => [
  ...Object.keys(change.was),
  ...(change.change === 'delete'
    ? layout.columns.keys()
    : [...Object.keys(writtenBy(change)), ...Object.keys(change.notes ?? {})]),
];

const sectionOf = (
  changes: readonly Change[],
  tab: SharedTab,
  places: WorkbookView['places'],
  top: number,
): Section | null => {
  const place = places[tab];
  if (!place) return null;
  const placed = placesIn(changes, tab);
  const isInsertedInto = tab === 'orders' && changes.some((change) => change.tab === tab && change.change === 'insert');
  if (placed.length === 0 && !isInsertedInto) return null;
  const headers = new Set([
    // A second sign of whose row it was, beside the id that is written along.
    ...(tab === 'orders' ? ['Order Number'] : []),
    ...placed.flatMap(({ change }) => headersOf(change, place.layout)),
    ...(isInsertedInto ? TABS[tab].columns.map(({ header }) => header) : []),
  ]);
  const columns = [...place.layout.columns].flatMap(([header, index]) =>
    headers.has(header) ? [[index, header] as const] : [],
  );
  const rows = [...new Set(placed.map(({ at }) => at))].sort((a, b) => a - b);
  return {
    ...{ tab, sheetId: place.sheetId, changes: placed, top, isInsertedInto, rows },
    columns: columns.sort(([a], [b]) => a - b),
  };
};

/** Numbers that rise by one, as runs of `[place of the first, first, count]`. */
const runsOf = (numbers: readonly number[]): [number, number, number][] => {
  const runs: [number, number, number][] = [];
  numbers.forEach((number, place) => {
    const run = runs[runs.length - 1];
    if (run && run[1] + run[2] === number) run[2] += 1;
    else runs.push([place, number, 1]);
  });
  return runs;
};

const copiesOf = ({ sheetId, columns, rows, top }: Section, scratch: number): SheetsRequest[] => {
  const area = (id: number, row: number, height: number, column: number, width: number) => ({
    ...{ sheetId: id, startRowIndex: row, endRowIndex: row + height },
    ...{ startColumnIndex: column, endColumnIndex: column + width },
  });
  const lines = [[0, 1, 1] as const, ...runsOf(rows).map(([place, row, count]) => [place + 1, row, count] as const)];
  return runsOf(columns.map(([index]) => index)).flatMap(([left, column, width]) =>
    lines.map(([line, row, height]) => ({
      copyPaste: {
        source: area(sheetId, row - 1, height, column, width),
        destination: area(scratch, top + line, height, left, width),
        pasteType: 'PASTE_VALUES',
      },
    })),
  );
};

const sameText = (one: Cell | undefined, other: Cell | undefined): boolean => textOf(one) === textOf(other);

/** Whether a row carries the identity that was read. */
export const isOf = (was: Identity, cells: Row): boolean =>
  Object.entries(was).every(([header, cell]) => sameText(cells[header], cell));

const formerOf = (section: Section, values: readonly (readonly Cell[])[]): FormerRow[] => {
  const headers = (values[section.top] ?? []).map(textOf);
  return section.changes.map(({ change, at }) => {
    const line = values[section.top + 1 + section.rows.indexOf(at)] ?? [];
    const [row, notes] = change.change === 'delete' ? [null, {}] : [writtenBy(change), change.notes ?? {}];
    const isWritten = (header: string) => row === null || header in row;
    const isTouched = (header: string) => isWritten(header) || header in notes;
    const met = section.columns.map(([, planned], place) => ({
      planned,
      header: headers[place] ?? '',
      cell: line[place] ?? '',
    }));
    const named = met.filter(({ header }) => header !== '');
    const rowOf = (some: typeof met): Row => Object.fromEntries(some.map(({ header, cell }) => [header, cell]));
    const cells = rowOf(named);
    const areColumnsMeant = met.every(({ planned, header }) => planned === header || !isTouched(planned));
    return {
      change,
      cells,
      written: rowOf(named.filter(({ planned }) => isWritten(planned))),
      now: rowOf(named.map((it) => ({ ...it, cell: row?.[it.planned] ?? it.cell }))),
      noted: named.flatMap(({ planned, header }) => (planned in notes ? [header] : [])),
      isMeant: areColumnsMeant && isOf(change.was, cells),
    };
  });
};

const headersMet = ({ columns, top }: Section, values: readonly (readonly Cell[])[]): HeadersMet =>
  new Map(columns.map(([, planned], place) => [planned, textOf(values[top]?.[place])]));

/** Whose each row of the section was meant to be; blank for one that is not known by its id, or that two changes take for different orders. */
const meantIds = ({ rows, changes }: Section): readonly string[] => {
  const ids = rows.map((row) => {
    const each = new Set(changes.flatMap(({ change, at }) => (at === row ? [textOf(change.was['Order ID'])] : [])));
    return each.size === 1 ? ([...each][0] ?? '') : '';
  });
  return JSON.stringify(ids).length > LONGEST_IDS ? [] : ids;
};

const whereOf = (section: Section | undefined): Where =>
  section ? [section.top, section.columns.length, meantIds(section)] : [0, 0, []];

/**
 * The requests by which a batch keeps what is in the rows that it writes to, and how to read them back; null when
 * its changes touch no row that people may have moved.
 * @param nonce tells this batch's copies from those of another one.
 * @param newId an unused id for the Scratch tab, in case there is none.
 */
export const planCopies = (
  changes: readonly Change[],
  places: WorkbookView['places'],
  nonce: string,
  newId: () => number,
): CopyPlan | null => {
  const sections: Section[] = [];
  let [lines, width] = [1, 2];
  for (const tab of SHARED_TABS) {
    const section = sectionOf(changes, tab, places, lines);
    if (!section) continue;
    sections.push(section);
    lines += 1 + section.rows.length;
    width = Math.max(width, section.columns.length);
  }
  if (sections.length === 0) return null;
  const known = places.scratch?.sheetId;
  const sheetId = known ?? newId();
  // Exactly as large as what it is to hold, so that nothing of an earlier commit is left in it.
  const size = { rowCount: lines, columnCount: width };
  const resize = {
    updateSheetProperties: {
      properties: { sheetId, gridProperties: size },
      fields: 'gridProperties.rowCount,gridProperties.columnCount',
    },
  };
  const add = { addSheet: { properties: { sheetId, title: TABS.scratch.name, hidden: true, gridProperties: size } } };
  const orders = sections.find(({ tab }) => tab === 'orders');
  const where = JSON.stringify(whereOf(orders));
  const name = {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: [{ values: [nonce, where].map((stringValue) => ({ userEnteredValue: { stringValue } })) }],
      fields: 'userEnteredValue',
    },
  };
  // Under this format a copied text stays a text, whichever way Google takes it.
  const blank = {
    repeatCell: {
      range: { sheetId, startRowIndex: 0, endRowIndex: lines, startColumnIndex: 0, endColumnIndex: width },
      cell: { userEnteredFormat: { numberFormat: NUMBER_FORMATS.text } },
      fields: 'userEnteredValue,userEnteredFormat.numberFormat',
    },
  };
  return {
    requests: [
      known === undefined ? add : resize,
      blank,
      name,
      ...sections.flatMap((section) => copiesOf(section, sheetId)),
    ],
    range: `'${TABS.scratch.name}'!A1:${columnLetters(width - 1)}${lines}`,
    cells: sections.reduce((sum, { columns, rows }) => sum + columns.length * (rows.length + 1), 1),
    isPersonal: sections.some(
      ({ columns, rows }) => rows.length > 0 && columns.some(([, header]) => !IMPERSONAL.includes(header)),
    ),
    read: (values) => {
      if (textOf(values[0]?.[0]) !== nonce) return null;
      const inserted = sections.find(({ isInsertedInto }) => isInsertedInto);
      return {
        rows: sections.flatMap((section) => formerOf(section, values)),
        headers: inserted ? headersMet(inserted, values) : null,
      };
    },
  };
};
