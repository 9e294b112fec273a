import { expect } from '@jest/globals';
import { IN_BACKUP, OWN, type Road, type State } from './damaged-shop';
import type { Plan } from './damages';

const inBackup = (id: string): boolean => Number(id.slice('order-'.length)) < IN_BACKUP;

type Table = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const only = (table: Table, isMeant: (id: string) => boolean): Table =>
  Object.fromEntries(Object.entries(table).filter(([id]) => isMeant(id)));

/** Without the columns that staff have added: only a backup knows them. */
const programs = (table: Table): Table =>
  Object.fromEntries(
    Object.entries(table).map(([id, row]) => [
      id,
      Object.fromEntries(Object.entries(row).filter(([header]) => !OWN.some((own) => own === header))),
    ]),
  );

const numbersOf = ({ rows, strange }: State): string[] =>
  [...Object.values(rows), ...strange]
    .map((row) => String(row['Order Number']))
    .filter((number) => /^\w+-\d+$/.test(number));

/** Rows of no order make the two totals differ. */
const figuresOf = (report: unknown, isClean: boolean): unknown => {
  const { agrees: _, verdict: __, ...figures } = report as { agrees: boolean; verdict: string };
  return isClean ? report : figures;
};

/** Everything is as it was before the damage, as far as the road knows it. */
export const expectBack = (before: State, after: State, { ledger }: Plan, road: Road): void => {
  const isMeant = (id: string): boolean => id.startsWith('order-') && (ledger !== 'gone' || inBackup(id));
  // What was pasted over stays below, where it is named: no road throws away what nobody knows.
  const isClean = after.strange.length === 0 && Object.keys(after.rows).every((id) => id.startsWith('order-'));
  const shown = road === 'backup' ? (table: Table) => table : programs;
  expect(shown(only(after.rows, isMeant))).toEqual(shown(only(before.rows, isMeant)));
  expect(only(after.ledger, isMeant)).toEqual(only(before.ledger, isMeant));
  if (ledger !== 'gone') expect(figuresOf(after.report, isClean)).toEqual(figuresOf(before.report, isClean));
  const numbers = numbersOf(after);
  expect(numbers).toHaveLength(new Set(numbers).size);
  expect(after.emails).toBe(before.emails);
};
