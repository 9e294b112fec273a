import { columnLetters } from '../workbook/a1';
import { TABS, type TabKey } from '../workbook/tabs';

/** The header row of a tab, and how many cells of each column hold anything below it. */
export interface HeaderRow {
  readonly headers: readonly string[];
  readonly filled: readonly number[];
}

/** A column that might be the missing one: staff have to say. `column` counts from 0. */
export interface Candidate {
  readonly column: number;
  readonly name: string;
}

/** A missing header, and the columns with content that nobody has claimed. */
export interface HeaderQuestion {
  readonly header: string;
  readonly candidates: readonly Candidate[];
  /** The column that is most likely meant; absent or null where only its name may tell. */
  readonly likely?: number | null;
}

/** What to write into the header row, and a sentence for each difference. */
export interface HeaderRepair {
  /** Header texts by column, counted from 0. */
  readonly writes: ReadonlyMap<number, string>;
  readonly report: readonly string[];
  readonly questions: readonly HeaderQuestion[];
}

/** Someone's answers: the column of each header that was asked about; null for "none of them". */
export type HeaderAnswers = Readonly<Record<string, number | null>>;

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * How the header row of a tab is repaired. Of a doubled header the column with the most content keeps its name. A
 * missing one is a column that spells it differently, in the program's own tabs the one in its place, else a new column at
 * the end; when people's own columns hold content and `asks` is set, staff say first. Nothing below the header row is touched.
 */
export const repairHeaders = (
  tab: TabKey,
  { headers, filled }: HeaderRow,
  asks: boolean,
  answers: HeaderAnswers = {},
): HeaderRepair => {
  const { name } = TABS[tab];
  const wanted: readonly string[] = TABS[tab].columns.map((column) => column.header);
  const now = headers.map((header) => header.trim());
  const writes = new Map<number, string>();
  const report: string[] = [];
  const write = (column: number, text: string): void => {
    now[column] = text;
    writes.set(column, text);
  };
  const content = (column: number): number => filled[column] ?? 0;
  const isBlank = now.every((header) => header === '') && filled.every((count) => count === 0);

  for (const header of wanted) {
    const columns = now.flatMap((text, column) => (text === header ? [column] : []));
    const kept = columns.reduce((best, column) => (content(column) > content(best) ? column : best), columns[0] ?? 0);
    const others = columns.filter((column) => column !== kept);
    others.forEach((column, place) => {
      write(column, `${header} (${place + 2})`);
      report.push(
        `${name}: two columns were called "${header}". Column ${columnLetters(kept)} is used; column ${columnLetters(column)} is now called "${header} (${place + 2})".`,
      );
    });
  }

  const known = new Set(wanted);
  const free = (): Candidate[] =>
    now.flatMap((text, column) =>
      !known.has(text) && (text !== '' || content(column) > 0)
        ? [{ column, name: text || `Column ${columnLetters(column)}` }]
        : [],
    );
  const take = (header: string, { column, name: before }: Candidate): void => {
    write(column, header);
    report.push(`${name}: the column "${before}" is now called "${header}".`);
  };
  // Nobody has own columns in the program's own tabs: what is in a header's place there is its column, typed over.
  const inPlace = (header: string): Candidate | undefined =>
    TABS[tab].warns ? free().find(({ column }) => column === wanted.indexOf(header)) : undefined;
  const asked: string[] = [];
  const added: string[] = [];
  for (const header of wanted.filter((text) => !now.includes(text))) {
    const same = free().filter((candidate) => plain(candidate.name) === plain(header));
    const answer = answers[header];
    const chosen = free().find(({ column }) => column === answer);
    if (chosen) take(header, chosen);
    else if (same.length === 1 && same[0]) take(header, same[0]);
    else if (inPlace(header)) take(header, inPlace(header) as Candidate);
    else if (asks && answer === undefined && free().some(({ column }) => content(column) > 0)) asked.push(header);
    else added.push(header);
  }
  const start = now.reduce((last, text, column) => (text !== '' || content(column) > 0 ? column : last), -1) + 1;
  added.forEach((header, place) => {
    write(start + place, header);
    if (!isBlank) report.push(`${name}: the missing column "${header}" was added.`);
  });

  const candidates = free().filter(({ column }) => content(column) > 0);
  return { writes, report, questions: asked.map((header) => ({ header, candidates })) };
};
