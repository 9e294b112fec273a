import type { TabTexts } from '../core/file-ports';
import { TABS } from '../workbook/tabs';
import type { KeyedTrace } from './find-customer';
import type { Person } from './scrub';
import { headersOf } from './tab-rows';
import { tracesOf } from './traces';

/** Empties a cell of the customer's row; elsewhere only removes the customer from it. Not if it has changed since it was shown. */
const emptyCell = (texts: TabTexts, { tab, row, column, text, isTheirs }: KeyedTrace, person: Person): boolean => {
  const [before = []] = texts.block(tab, row, 1);
  if (before[column - 1] !== text) return false;
  const after = isTheirs ? '' : person.without(text, false);
  return texts.replace(
    tab,
    row,
    before,
    before.map((cell, index) => (index === column - 1 ? after : cell)),
  );
};

/** A note on the customer's row goes as a whole; elsewhere the customer is removed of it. */
const emptyNote = (texts: TabTexts, { tab, row, column, text, isTheirs }: KeyedTrace, person: Person): boolean =>
  texts.replaceNote(tab, { row, column, text }, isTheirs ? '' : person.without(text, false));

/**
 * Empties what staff have chosen in cells and notes; orders and refused requests are dealt with elsewhere.
 * @returns what had changed since it was shown, and stays.
 */
export const emptyTraces = (texts: TabTexts, chosen: readonly KeyedTrace[], person: Person): readonly KeyedTrace[] =>
  chosen.filter((trace) => {
    if (trace.what === 'cell') return !emptyCell(texts, trace, person);
    return trace.what === 'note' && !emptyNote(texts, trace, person);
  });

/** Takes the customer out of the notes of staff on their rows, whatever was chosen. */
export const scrubNotes = (texts: TabTexts, person: Person): void => {
  for (const { what, isTheirs, tab, row, column, text } of tracesOf(texts, person)) {
    const left = person.without(text, true);
    if (what === 'note' && isTheirs && left !== text) texts.replaceNote(tab, { row, column, text }, left);
  }
};

/** Empties what the Scratch tab still holds of the customer: an execution that died before it had looked at it left it. */
export const cleanScratch = (texts: TabTexts, person: Person): void => {
  const tab = TABS.scratch.name;
  if (headersOf(texts, tab).length === 0) return;
  texts.block(tab, 1, 10_000).forEach((cells, index) => {
    if (cells.some((cell) => person.isNamedIn(cell)))
      texts.replace(
        tab,
        index + 1,
        cells,
        cells.map(() => ''),
      );
  });
};
