import type { PlacedText, TabTexts } from '../core/file-ports';
import { hasRule } from './lines';
import { tabOf, treatmentOfColumn } from './register';
import type { Person } from './scrub';
import { a1, cellOf, eachRow, headersOf, nameOf, ordersKeys } from './tab-rows';
import type { Trace } from './trace';

/** A place that names the customer, and that only staff can change. */
export interface Elsewhere {
  readonly tab: string;
  /** Rows. */
  readonly count: number;
  /** Its cells in A1, the first twenty; `note of ...` and `dropdown of ...` for what is not in the cell itself. */
  readonly cells: readonly string[];
}

const MOST_CELLS = 20;

/** A cell that names the customer, in no row of theirs. */
interface NamedCell extends PlacedText {
  readonly header: string;
  /** The number of the order in whose row it is; blank in other tabs. */
  readonly of: string;
}

/**
 * Whether a cell names the customer where the program does not write: in columns of the program only by address, since
 * another customer may have the same name.
 */
const isNamedAt = (tab: string, header: string, text: string, person: Person): boolean =>
  treatmentOfColumn(tab, header) === 'shown' || header === 'Feedback'
    ? person.isNamedIn(text)
    : person.isAddressedIn(text);

/** Tabs out of which the customer is taken anyway. */
const isCleaned = (tab: string): boolean => ['outbox', 'scratch'].includes(tabOf(tab) ?? '');

const cellsNaming = (texts: TabTexts, person: Person, tab: string): readonly NamedCell[] => {
  const key = tabOf(tab);
  const headers = headersOf(texts, tab);
  const found: NamedCell[] = [];
  const look = (cells: readonly string[], row: number): void => {
    const { isTheirs, name } = ordersKeys(headers, cells, person);
    if ((key === 'orders' || key === 'ledger') && isTheirs) return;
    // A row without an id is nobody's: a name in it is not that of another order's customer.
    const isLoose = key === 'orders' && cellOf(headers, cells)('Order ID') === '';
    cells.forEach((text, index) => {
      const header = isLoose ? '' : (headers[index] ?? '');
      if (hasRule(tab) && treatmentOfColumn(tab, header) !== 'shown') return;
      if (text !== '' && isNamedAt(tab, header, text, person))
        found.push({ row, column: index + 1, text, header, of: key === 'orders' ? name : '' });
    });
  };
  // The headers of staff's own columns may contain a name, too.
  headers.forEach((text, index) => {
    if (treatmentOfColumn(tab, text) === 'shown' && person.isNamedIn(text))
      found.push({ row: 1, column: index + 1, text, header: text, of: '' });
  });
  eachRow(texts, tab, look);
  return found;
};

/** What staff have typed can be changed for them; a formula, and a cell of the program that shows it, cannot. */
const isDecidable = (texts: TabTexts, tab: string, { row, header }: NamedCell): boolean =>
  treatmentOfColumn(tab, header) === 'shown' && !texts.formulas(tab, row).has(header);

/** Settings, prices, events and email texts: an address in them may be meant, the studio's own among them. */
const isRule = (tab: string): boolean => ['settings', 'priceList', 'events', 'emails'].includes(tabOf(tab) ?? '');

/** Cells in tabs and columns of staff that name the customer, in no row of theirs. */
export const namedCells = (texts: TabTexts, person: Person): Trace[] =>
  texts.names().flatMap((tab): Trace[] =>
    isCleaned(tab)
      ? []
      : cellsNaming(texts, person, tab)
          .filter((cell) => isDecidable(texts, tab, cell))
          .map(({ row, column, text, of }) => ({
            ...{ what: 'cell', tab, row, column, text, isTheirs: false },
            where: of
              ? `${nameOf(headersOf(texts, tab), column)} of ${of}, row ${row}`
              : `${a1({ row, column })} of ${tab}`,
            why: 'it names the customer; the rest of the cell stays',
            isLikely: !isRule(tab) && person.isAddressedIn(text),
          })),
  );

/** Cells and dropdowns that name the customer, and that nobody but staff can change. */
export const elsewhereOf = (texts: TabTexts, person: Person): Elsewhere[] =>
  texts.names().flatMap((tab): Elsewhere[] => {
    if (isCleaned(tab)) return [];
    const cells = cellsNaming(texts, person, tab).filter((cell) => !isDecidable(texts, tab, cell));
    const helps = texts.helps(tab).filter(({ text }) => person.isNamedIn(text));
    const places = [...cells.map(a1), ...helps.map((help) => `dropdown of ${a1(help)}`)].slice(0, MOST_CELLS);
    if (person.isNamedIn(tab)) places.unshift('its name');
    const rows = new Set([...cells, ...helps].map(({ row }) => row));
    return places.length > 0 ? [{ tab, count: Math.max(1, rows.size), cells: places }] : [];
  });
