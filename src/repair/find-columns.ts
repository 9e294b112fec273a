import { TABS } from '../workbook/tabs';
import type { ColumnEvidence } from './column-evidence';

/** Which column is which in an Orders tab whose orders the Ledger knows. Columns count from 0. */
export interface ColumnsFound {
  /** Headers that are above their values. */
  readonly settled: ReadonlyMap<string, number>;
  /** Headers that belong above another column, or above one that has lost its header; its values say so. */
  readonly found: ReadonlyMap<string, number>;
  /** Headers of which nobody can tell: the columns that may be theirs, the likeliest first. */
  readonly asked: ReadonlyMap<string, readonly number[]>;
  /** Headers whose column is gone. */
  readonly gone: readonly string[];
}

const HEADERS: readonly string[] = TABS.orders.columns.map(({ header }) => header);

/** A column holds a header's values: surely, likely, or rather not. */
const SURE = 0.8;
const LIKELY = 0.6;
const HARDLY = 0.5;
/** Of two columns that hold about the same, the place decides. */
const ABOUT = 0.1;
/** How much better another column has to fit for the header to count as misplaced. */
const FAR_BETTER = 0.4;

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

class Search {
  readonly settled = new Map<string, number>();
  readonly found = new Map<string, number>();
  readonly asked = new Map<string, readonly number[]>();
  readonly gone: string[] = [];

  constructor(
    private readonly names: readonly string[],
    private readonly evidence: ColumnEvidence,
  ) {
    for (const header of HEADERS) this.settle(header);
    this.unsettleStrangers();
    this.takeSurest();
    for (const header of this.lost()) this.takeBySpellingOrPlace(header);
    for (const header of this.lost()) this.askOrGiveUp(header);
  }

  private score(header: string, column: number): number {
    return this.evidence.score(header, column) ?? 0;
  }

  private knows(header: string, column: number): boolean {
    return this.evidence.score(header, column) !== null;
  }

  private columns(): number[] {
    return this.names.map((_, column) => column);
  }

  private free(): number[] {
    const taken = new Set([...this.settled.values(), ...this.found.values()]);
    return this.columns().filter((column) => !taken.has(column));
  }

  private lost(): string[] {
    return HEADERS.filter((header) => !this.settled.has(header) && !this.found.has(header) && !this.asked.has(header));
  }

  /** Of the columns with a header the one that holds its values; none where another column surely does instead. */
  private settle(header: string): void {
    const holders = this.columns().filter((column) => this.names[column] === header);
    const [first] = holders;
    if (first === undefined) return;
    const weight = (column: number) => this.score(header, column) + (this.evidence.isBlank(column) ? 0 : ABOUT / 10);
    const best = holders.reduce((one, other) => (weight(other) > weight(one) ? other : one), first);
    const isHeld = (column: number): boolean => {
      const name = this.names[column] ?? '';
      return name !== header && HEADERS.includes(name) && this.score(name, column) >= HARDLY;
    };
    const least = this.score(header, best) < HARDLY ? SURE : Math.max(SURE, this.score(header, best) + FAR_BETTER);
    const isElsewhere = this.columns().some(
      (column) => column !== best && this.score(header, column) >= least && !isHeld(column),
    );
    if (this.knows(header, best) && isElsewhere) return;
    this.settled.set(header, best);
  }

  /** A header with nothing to be known by gives its column up to one whose values are there. */
  private unsettleStrangers(): void {
    for (const [header, column] of this.settled)
      if (!this.knows(header, column) && this.lost().some((other) => this.score(other, column) >= SURE))
        this.settled.delete(header);
  }

  /** The column right behind the one in front of it, or right before the next; else where set-up puts it. */
  private isPlace(header: string, column: number): boolean {
    const index = HEADERS.indexOf(header);
    const at = (neighbor: string | undefined) => this.settled.get(neighbor ?? '') ?? this.found.get(neighbor ?? '');
    const [before, after] = [at(HEADERS[index - 1]), at(HEADERS[index + 1])];
    if (before === undefined && after === undefined) return column === index;
    return column - 1 === before || column + 1 === after;
  }

  /** Columns that hold a header's values, the surest first; of those that hold about the same the one in its place. */
  private candidates(header: string): number[] {
    const rank = (column: number) => this.score(header, column) + (this.isPlace(header, column) ? ABOUT : 0);
    return this.free()
      .filter((column) => this.score(header, column) >= LIKELY)
      .sort((one, other) => rank(other) - rank(one) || one - other);
  }

  private takeSurest(): void {
    const pairs = this.lost().flatMap((header) => this.candidates(header).map((column) => ({ header, column })));
    const rank = ({ header, column }: (typeof pairs)[number]) =>
      this.score(header, column) + (this.isPlace(header, column) ? ABOUT : 0);
    for (const { header, column } of pairs.sort((one, other) => rank(other) - rank(one))) {
      if (this.found.has(header) || !this.free().includes(column)) continue;
      const [first, second] = this.candidates(header);
      const isClear =
        second === undefined ||
        this.isPlace(header, column) ||
        bare(this.names[column] ?? '') === bare(header) ||
        this.score(header, column) - this.score(header, second) > ABOUT;
      if (first === column && isClear) this.found.set(header, column);
    }
  }

  private takeBySpellingOrPlace(header: string): void {
    const free = this.free();
    const spelled = free.filter(
      (column) =>
        bare(this.names[column] ?? '') === bare(header) &&
        (!this.knows(header, column) || this.score(header, column) >= 1 - SURE),
    );
    const blanks = free.filter(
      (column) => this.names[column] === '' && this.isPlace(header, column) && this.evidence.isBlank(column),
    );
    const [column] = spelled.length === 1 ? spelled : blanks;
    if (column !== undefined) this.found.set(header, column);
  }

  /** What is in its place, or holds something that nothing is known about, may be it. */
  private askOrGiveUp(header: string): void {
    const isOpen = (column: number) =>
      this.isPlace(header, column) ||
      this.score(header, column) >= 1 - SURE ||
      (!this.knows(header, column) && !this.evidence.isBlank(column));
    const rank = (column: number) => this.score(header, column) + (this.isPlace(header, column) ? 1 : 0);
    const open = this.free().filter(isOpen);
    if (open.length === 0) this.gone.push(header);
    else
      this.asked.set(
        header,
        open.sort((one, other) => rank(other) - rank(one)),
      );
  }
}

/** Finds the columns of the Orders tab by what they hold: their headers may be lost, typed over or under each other's. */
export const findColumns = (names: readonly string[], evidence: ColumnEvidence): ColumnsFound =>
  new Search(names, evidence);

/** Headers that are above the values of another one, though each is there once. */
export const misplacedHeaders = (names: readonly string[], evidence: ColumnEvidence): string[] => {
  const { settled } = findColumns(names, evidence);
  return HEADERS.filter((header) => names.includes(header) && !settled.has(header));
};
