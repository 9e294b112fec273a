import type { TabTexts } from '../core/file-ports';
import { TABS } from '../workbook/tabs';
import { namedCells } from './named-cells';
import { shownRefused, whoseRefused } from './refused';
import { treatmentOfColumn } from './register';
import type { Person } from './scrub';
import { a1, cellOf, eachRow, headersOf, nameOf, type OrdersRowKeys, ordersKeys } from './tab-rows';
import type { Trace } from './trace';

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
  ...namedCells(texts, person),
  ...notes(texts, person),
];
