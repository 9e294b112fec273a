import { api } from './api';
import type { SheetPart } from './contract';

/** What the grid shows and edits of one cell. */
export interface CellView {
  readonly display: string;
  /** What stands in an editor: the formula if there is one, else what was typed. */
  readonly typed: string;
  readonly note: string;
  readonly background: string | null;
  readonly color: string | null;
  readonly isBold: boolean;
  readonly isNumber: boolean;
  /** Whether it stands at the right of its cell: numbers do, and what is told to. */
  readonly isAtRight: boolean;
  /** The values of the cell's dropdown, null when it has none. */
  readonly choices: readonly string[] | null;
}

const EMPTY: CellView = {
  display: '',
  typed: '',
  note: '',
  background: null,
  color: null,
  isBold: false,
  isNumber: false,
  isAtRight: false,
  choices: null,
};
const BLOCK = 100;

interface Piece {
  readonly part: SheetPart | null;
  readonly fresh: boolean;
}

/**
 * The rows of one tab, fetched in blocks of 100 as they are asked for. A block that has grown old is still shown
 * until its successor is there.
 */
export class SheetRows {
  private readonly blocks = new Map<number, Piece>();
  private readonly loading = new Set<number>();

  constructor(
    readonly tab: string,
    /** Called with the first and last row of a block whose content has arrived or changed. */
    private readonly onRows: (first: number, last: number) => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** The cell, as far as it is known by now; asks for it when it is not. Both counted from 1. */
  cell(row: number, column: number): CellView {
    const block = blockOf(row);
    const piece = this.blocks.get(block);
    if (!piece?.fresh) this.load(block);
    return piece?.part ? viewOf(piece.part, row - firstOf(block), column - 1) : EMPTY;
  }

  /** Everything known is old from now on; blocks that hold one of the `shown` rows are asked for again at once. */
  expire(shown: readonly number[]): void {
    const wanted = new Set(shown.map(blockOf));
    for (const [block, piece] of this.blocks) {
      if (wanted.has(block)) this.blocks.set(block, { ...piece, fresh: false });
      else this.blocks.delete(block);
    }
    for (const block of wanted) this.load(block);
  }

  private load(block: number): void {
    if (this.loading.has(block)) return;
    this.loading.add(block);
    this.blocks.set(block, { part: this.blocks.get(block)?.part ?? null, fresh: true });
    api.sheet(this.tab, firstOf(block), BLOCK).then(
      (part) => {
        this.loading.delete(block);
        const before = this.blocks.get(block);
        this.blocks.set(block, { part, fresh: before?.fresh ?? true });
        this.onRows(firstOf(block), firstOf(block) + BLOCK - 1);
        if (before && !before.fresh) this.load(block);
      },
      (error) => {
        this.loading.delete(block);
        this.blocks.delete(block);
        this.onError(error);
      },
    );
  }
}

const blockOf = (row: number): number => Math.floor((row - 1) / BLOCK);
const firstOf = (block: number): number => block * BLOCK + 1;

const viewOf = (part: SheetPart, row: number, column: number): CellView => {
  const display = part.display[row]?.[column] ?? '';
  const value = part.values[row]?.[column] ?? '';
  const format = part.numberFormats[row]?.[column] ?? '';
  const isNumber = typeof value === 'number';
  return {
    display,
    typed: part.formulas[row]?.[column] || (isNumber && !format.includes('%') ? String(value) : display),
    note: part.notes[row]?.[column] ?? '',
    background: part.backgrounds[row]?.[column] ?? null,
    color: part.fontColors[row]?.[column] ?? null,
    isBold: part.bold[row]?.[column] === true,
    isNumber,
    isAtRight: (part.alignments[row]?.[column] ?? (isNumber ? 'RIGHT' : 'LEFT')) === 'RIGHT',
    choices: part.rules[part.validations[row]?.[column] ?? -1]?.choices ?? null,
  };
};
