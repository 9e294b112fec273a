import type { ColumnEvidence } from '../repair/column-evidence';
import { findColumns } from '../repair/find-columns';
import { columnLetters } from '../workbook/a1';
import { TABS } from '../workbook/tabs';
import type { HeaderAnswers, HeaderQuestion, HeaderRepair, HeaderRow } from './header-repair';

const HEADERS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const NAME = TABS.orders.name;
/** Without these nobody knows whose a row is: they come back even where only their cells were emptied. */
const IDENTITY: readonly string[] = ['Order ID', 'Order Number'];

/** What a repair of the Orders tab's headers comes to while the Ledger knows its orders. */
export interface LiveRepair extends HeaderRepair {
  /** Headers whose columns are gone or emptied: they are filled again from the Ledger. */
  readonly added: readonly string[];
}

/**
 * How the header row of the Orders tab is repaired where the Ledger knows the orders: each lost header is given back to the
 * column that holds its values; where nobody can tell, staff say; only one whose column is gone is added.
 */
export const repairLiveHeaders = (
  { headers, filled }: HeaderRow,
  evidence: ColumnEvidence,
  answers: HeaderAnswers = {},
): LiveRepair => {
  const names = headers.map((header) => header.trim());
  const { settled, found, asked, gone } = findColumns(names, evidence);
  const given = new Map([...settled, ...found]);
  const added = [...gone];
  const questions: HeaderQuestion[] = [];
  const shown = (column: number) => names[column] || `Column ${columnLetters(column)}`;
  for (const [header, columns] of asked) {
    const answer = answers[header];
    if (answer === null) added.push(header);
    else if (answer !== undefined && ![...given.values()].includes(answer)) given.set(header, answer);
    else
      questions.push({
        header,
        candidates: columns.map((column) => ({ column, name: shown(column) })),
        likely: columns[0] ?? null,
      });
  }
  const writes = new Map<number, string>();
  const report: string[] = [];
  const columnOf = new Map([...given].map(([header, column]) => [column, header]));
  for (const [header, column] of given) {
    if (names[column] === header) continue;
    writes.set(column, header);
    report.push(
      `${NAME}: column ${columnLetters(column)}${names[column] ? `, "${names[column]}",` : ''} holds the values of "${header}", so it was renamed.`,
    );
  }
  const isAsked = questions.map(({ header }) => header);
  for (const header of HEADERS) {
    const others = names.flatMap((name, column) => (name === header && !columnOf.has(column) ? [column] : []));
    if (isAsked.includes(header)) continue;
    others.forEach((column, place) => {
      const name = `${header} (${place + 2})`;
      const kept = given.get(header);
      writes.set(column, name);
      report.push(
        kept === undefined
          ? `${NAME}: column ${columnLetters(column)} doesn't hold the values of "${header}", so it's now called "${name}".`
          : `${NAME}: two columns were called "${header}". Column ${columnLetters(kept)} is used; column ${columnLetters(column)} is now called "${name}".`,
      );
    });
  }
  const end = names.reduce((last, name, column) => (name !== '' || (filled[column] ?? 0) > 0 ? column : last), -1) + 1;
  added.forEach((header, place) => {
    writes.set(end + place, header);
    report.push(`${NAME}: the missing column "${header}" was added.`);
  });
  const isEmptied = (header: string, column: number): boolean =>
    evidence.score(header, column) === 0 &&
    evidence.isBlank(column) &&
    (names[column] !== header || IDENTITY.includes(header));
  const emptied = [...given].filter(([header, column]) => isEmptied(header, column)).map(([header]) => header);
  return { writes, report, questions, added: [...added, ...emptied] };
};
