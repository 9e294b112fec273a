import type { PlacedText, TabTexts } from '../core/file-ports';
import { columnLetters } from '../workbook/a1';
import { TABS } from '../workbook/tabs';
import { hasRule } from './lines';
import { shownRefused, whoseRefused } from './refused';
import { tabOf, treatmentOfColumn } from './register';
import type { Person } from './scrub';
import { cellOf, eachRow, headersOf } from './tab-rows';

/** Something that may be the customer's, to be decided by someone. */
export interface Trace {
  readonly what: 'order' | 'refused' | 'cell' | 'note';
  readonly tab: string;
  readonly row: number;
  /** From 1; 0 where it is the whole row. */
  readonly column: number;
  /** What it is called: `My notes of ASDAR26-0001`, `Rejected, row 3`. */
  readonly where: string;
  /** All of what's there. */
  readonly text: string;
  /** What of it people are shown, when not all. */
  readonly shown?: string;
  /** Why it may be theirs, as a part of a sentence. */
  readonly why: string;
  /** Whether it is in a row of the customer's. */
  readonly isTheirs: boolean;
  /** Whether it is offered as chosen. */
  readonly isLikely: boolean;
}

/** A place that names the customer and that the program does not write to. */
export interface Elsewhere {
  readonly tab: string;
  /** Rows. */
  readonly count: number;
  /** Its cells in A1, the first twenty; `note of ...` and `dropdown of ...` for what is not in the cell itself. */
  readonly cells: readonly string[];
}

const MOST_CELLS = 20;

const a1 = ({ row, column }: Pick<PlacedText, 'row' | 'column'>): string => `${columnLetters(column - 1)}${row}`;

/** What of the Orders tab belongs to a row: its id and number. */
interface OrdersRowKeys {
  readonly isTheirs: boolean;
  readonly name: string;
}

const ordersKeys = (headers: readonly string[], cells: readonly string[], person: Person): OrdersRowKeys => {
  const cell = cellOf(headers, cells);
  const [id, number] = [cell('Order ID'), cell('Order Number')];
  return { isTheirs: person.keys.has(id), name: number || id };
};

const nameOf = (headers: readonly string[], column: number): string =>
  headers[column - 1] || `column ${columnLetters(column - 1)}`;

/** The customer's own rows: what is in columns of staff, and below no header. */
const ownCells = (texts: TabTexts, person: Person): Trace[] => {
  const tab = TABS.orders.name;
  const headers = headersOf(texts, tab);
  const found: Trace[] = [];
  eachRow(texts, tab, (cells, row) => {
    const { isTheirs, name } = ordersKeys(headers, cells, person);
    if (!isTheirs) return;
    const formulas = texts.formulas(tab, row);
    cells.forEach((text, index) => {
      const header = headers[index] ?? '';
      if (text.trim() === '' || treatmentOfColumn(tab, header) !== 'shown') return;
      // What is computed or counted is seldom about someone: it is shown, not proposed.
      const isLikely = !formulas.has(header) && !/^-?[\d.,$]*\d$/.test(text.trim());
      found.push({
        ...{ what: 'cell', tab, row, column: index + 1, text, isTheirs, isLikely },
        where: `${nameOf(headers, index + 1)} of ${name}`,
        why: 'your own column, in their row',
      });
    });
  });
  return found;
};

/** Notes on the customer's rows that aren't notes of the program, and those elsewhere that name them. */
const notes = (texts: TabTexts, person: Person): Trace[] =>
  texts.names().flatMap((tab) => {
    const isOrders = tab === TABS.orders.name;
    const all = texts.notes(tab);
    if (all.length === 0) return [];
    const headers = headersOf(texts, tab);
    const rows = new Map<number, OrdersRowKeys>();
    if (isOrders) eachRow(texts, tab, (cells, row) => rows.set(row, ordersKeys(headers, cells, person)));
    return all.flatMap((note): Trace[] => {
      const own = rows.get(note.row);
      const isTheirs = own?.isTheirs === true;
      // The program's own columns of their rows are emptied with the row.
      if (isTheirs && treatmentOfColumn(tab, headers[note.column - 1] ?? '') !== 'shown') return [];
      if (!isTheirs && !person.isNamedIn(note.text)) return [];
      return [
        {
          ...{ what: 'note', tab, row: note.row, column: note.column, text: note.text, isTheirs },
          where: isTheirs
            ? `Note on ${nameOf(headers, note.column)} of ${own.name}`
            : `Note on ${a1(note)} of ${tab}${own?.name ? ` (${own.name})` : ''}`,
          why: isTheirs ? 'a note on their row' : 'it names the customer',
          isLikely: isTheirs || person.isAddressedIn(note.text),
        },
      ];
    });
  });

/** Refused requests that may be the customer's. */
const refused = (texts: TabTexts, person: Person): Trace[] => {
  const tab = TABS.rejected.name;
  if (!texts.names().includes(tab)) return [];
  const headers = headersOf(texts, tab);
  const found: Trace[] = [];
  eachRow(texts, tab, (cells, row) => {
    const cell = cellOf(headers, cells);
    const whose = whoseRefused(cell, person);
    if (whose === '' || whose === 'theirs') return;
    found.push({
      ...{ what: 'refused', tab, row, column: 0, where: `${tab}, row ${row}`, text: cell('Raw Body') },
      ...{ shown: shownRefused(cell), why: whose.why, isTheirs: false, isLikely: false },
    });
  });
  return found;
};

/** Everything in the sheet that may be the customer's and that only staff can decide about. */
export const tracesOf = (texts: TabTexts, person: Person): readonly Trace[] => [
  ...refused(texts, person),
  ...ownCells(texts, person),
  ...notes(texts, person),
];

/**
 * Whether a cell names the customer where the program does not write: in columns of the program only by address, since
 * another customer may have the same name.
 */
const isNamedAt = (tab: string, header: string, text: string, person: Person): boolean =>
  treatmentOfColumn(tab, header) === 'shown' || header === 'Feedback'
    ? person.isNamedIn(text)
    : person.isAddressedIn(text);

/** Cells and dropdowns that name the customer where the program does not write. */
export const elsewhereOf = (texts: TabTexts, person: Person): Elsewhere[] =>
  texts.names().flatMap((tab): Elsewhere[] => {
    const key = tabOf(tab);
    // The customer is removed of these.
    if (key === 'outbox' || key === 'scratch') return [];
    const headers = headersOf(texts, tab);
    const [rows, cells] = [new Set<number>(), [] as string[]];
    const see = (place: Pick<PlacedText, 'row' | 'column'>, what = ''): void => {
      rows.add(place.row);
      if (cells.length < MOST_CELLS) cells.push(`${what}${a1(place)}`);
    };
    const look = (texts_: readonly string[], row: number): void => {
      if ((key === 'orders' || key === 'ledger') && ordersKeys(headers, texts_, person).isTheirs) return;
      // A row without an id is nobody's: a name in it is not that of another order's customer.
      const isLoose = key === 'orders' && cellOf(headers, texts_)('Order ID') === '';
      texts_.forEach((text, index) => {
        const header = isLoose ? '' : (headers[index] ?? '');
        if (hasRule(tab) && treatmentOfColumn(tab, header) !== 'shown') return;
        if (text !== '' && isNamedAt(tab, header, text, person)) see({ row, column: index + 1 });
      });
    };
    // Headers of staff's own may name someone, too.
    headers.forEach((text, index) => {
      if (treatmentOfColumn(tab, text) === 'shown' && person.isNamedIn(text)) see({ row: 1, column: index + 1 });
    });
    eachRow(texts, tab, look);
    for (const help of texts.helps(tab)) if (person.isNamedIn(help.text)) see(help, 'dropdown of ');
    if (person.isNamedIn(tab)) cells.unshift('its name');
    return cells.length > 0 ? [{ tab, count: Math.max(1, rows.size), cells }] : [];
  });
