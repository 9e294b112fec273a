import type { SheetRow } from '../core/ports';
import { keptNumbers, movedNote, movedNumbers, shownNumbers, withoutMovedNote } from '../email/moved-numbers';
import type { Change } from '../workbook/changes';
import { identityOf } from '../workbook/identity';
import { textOf } from '../workbook/layout';
import type { Progress } from '../workbook/ledger-row';
import { TRACKING_COLUMN } from '../workbook/tabs';

/**
 * Keeps the tracking numbers in rows that say the same as the Ledger, and says on the cell where one is another order's; the
 * note goes once it isn't any more.
 * @param sound the rows to check, out of all rows.
 * @param notesOf the notes on the cells, from row 2 on: read only where one comes or goes, since staff may have one there, too.
 * @param most orders of one commit.
 */
export const numberChanges = (
  sound: readonly SheetRow[],
  rows: readonly SheetRow[],
  ledger: readonly SheetRow[],
  notesOf: () => readonly string[],
  most: number,
): Change[] => {
  const progress = keptNumbers(ledger);
  const shown = shownNumbers(rows);
  const moved = movedNumbers(shown, progress);
  const known = new Map(ledger.map((row) => [textOf(row.cells['Order ID']), row]));
  let notes: readonly string[] | null = null;
  const noteFor = (at: number, owner: string | undefined): Change => {
    notes ??= notesOf();
    const note = withoutMovedNote(notes[at - 2] ?? '');
    const said = owner ? [movedNote(textOf(known.get(owner)?.cells['Order Number']) || owner)] : [];
    const cells = rows.find((row) => row.at === at)?.cells ?? {};
    const text = [...(note ? [note] : []), ...said].join('\n');
    return { change: 'update', tab: 'orders', at, was: identityOf(cells), row: {}, notes: { [TRACKING_COLUMN]: text } };
  };
  const changed = sound.flatMap(({ at, cells }) => {
    const id = textOf(cells['Order ID']);
    const [row, before, number, owner] = [known.get(id), progress.get(id), shown.get(id), moved.get(id)];
    if (!row || !before || before.erased) return [];
    const { noted, ...kept } = before;
    const after: Progress = owner
      ? { ...before, noted: number ?? '' }
      : { ...kept, ...(number ? { typedNumber: number } : {}) };
    const isNoted = noted === after.noted;
    return isNoted && before.typedNumber === after.typedNumber ? [] : [{ at, row, after, owner, isNoted }];
  });
  return changed
    .slice(0, most)
    .flatMap(({ at, row, after, owner, isNoted }): Change[] => [
      { change: 'update', tab: 'ledger', at: row.at, row: { Progress: JSON.stringify(after) } },
      ...(isNoted ? [] : [noteFor(at, owner)]),
    ]);
};
