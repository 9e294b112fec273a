import { csvOf as csvOfCells, type ExportCell } from '../domain/csv';
import { formatAmount } from '../domain/money';
import { isoDay } from './days';
import type { ReportDocument, Section, Value } from './document';

/** A figure in a file: plain digits that any program can read, days as `2026-10-02`. */
const plain = (value: Value): ExportCell => {
  if (typeof value === 'string') return value;
  // A number, not a text: only texts are guarded, and a minus sign isn't a formula.
  if ('money' in value) return Number(formatAmount(value.money));
  if ('count' in value) return value.count;
  if ('share' in value) return Math.round(value.share * 10_000) / 10_000;
  if ('decimal' in value) return Math.round(value.decimal * 10) / 10;
  return isoDay(value.day);
};

/** Rows of figures as CSV. */
export const csvOf = (rows: readonly (readonly Value[])[]): string => csvOfCells(rows.map((row) => row.map(plain)));

const sectionRows = ({ title, note, headers = [], rows = [], empty = '', paragraphs = [] }: Section): Value[][] => [
  [],
  [title],
  ...(note ? [[note]] : []),
  ...(rows.length > 0 ? [[...headers], ...rows.map(({ cells }) => [...cells])] : empty ? [[empty]] : []),
  ...paragraphs.map((paragraph) => [paragraph]),
];

/** A report as CSV: its sections one below the other, a blank line between them. */
export const reportCsv = ({ title, lines, verdict, sections }: ReportDocument): string =>
  csvOf([[title], ...lines.map((line) => [line]), [verdict.text], ...sections.flatMap(sectionRows)]);
