import { api } from './api';
import type { Look, Piece } from './contract';

/** What the grid shows and edits of one cell. */
export interface CellView {
  readonly display: string;
  /** What is in an editor: the formula if there is one, else what was typed. */
  readonly typed: string;
  readonly note: string;
  readonly background: string | null;
  readonly color: string | null;
  readonly isBold: boolean;
  readonly isNumber: boolean;
  /** Whether it's aligned right: numbers are, and what is set to be. */
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
/** As many rows as are fetched in one go. */
export const BLOCK = 50;

interface Block {
  readonly piece: Piece | null;
  readonly fresh: boolean;
}

/**
 * The rows of one tab, fetched in blocks as they are asked for. A block that has grown old is still shown until its
 * successor is there.
 */
export class SheetRows {
  private readonly blocks = new Map<number, Block>();
  private readonly loading = new Set<number>();
  /** How often the host has sent something new. */
  private told = 0;

  constructor(
    readonly tab: string,
    /** Called with the first and last row of a block whose content has arrived or changed. */
    private readonly onRows: (first: number, last: number) => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** The cell, as far as it is known by now; asks for it when it is not. Both counted from 1. */
  cell(row: number, column: number): CellView {
    const block = blockOf(row);
    const known = this.blocks.get(block);
    if (!known?.fresh) this.load(block);
    return known?.piece ? viewOf(known.piece, row - firstOf(block), column - 1) : EMPTY;
  }

  /** The first rows of the blocks that hold one of these rows. */
  firstRows(rows: readonly number[]): number[] {
    return [...new Set(rows.map(blockOf))].sort((one, other) => one - other).map(firstOf);
  }

  /** Takes what the host has sent. What else is known is old from now on; where it is shown, it is asked for again. */
  take(pieces: readonly Piece[], shown: readonly number[]): void {
    this.told += 1;
    for (const piece of pieces) this.blocks.set(blockOf(piece.first), { piece, fresh: true });
    const taken = new Set(pieces.map(({ first }) => blockOf(first)));
    const wanted = new Set(shown.map(blockOf));
    for (const [block, { piece }] of this.blocks) {
      if (taken.has(block)) continue;
      if (!wanted.has(block)) this.blocks.delete(block);
      else {
        this.blocks.set(block, { piece, fresh: false });
        this.load(block);
      }
    }
    for (const { first } of pieces) this.onRows(first, first + BLOCK - 1);
  }

  private load(block: number): void {
    if (this.loading.has(block)) return;
    this.loading.add(block);
    const { told } = this;
    api.cells(this.tab, firstOf(block), BLOCK).then(
      (piece) => {
        this.loading.delete(block);
        if (this.blocks.get(block)?.fresh) return;
        this.blocks.set(block, { piece, fresh: told === this.told });
        this.onRows(firstOf(block), firstOf(block) + BLOCK - 1);
        // Something changed on the way, so this may be how it was before.
        if (told !== this.told) this.load(block);
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

const PLAIN: Look = [null, null, false, false, false, null];

const viewOf = ({ rows, looks }: Piece, row: number, column: number): CellView => {
  const cell = rows[row]?.[column];
  if (cell === undefined || cell === '') return EMPTY;
  const [display, look, typed, note] = typeof cell === 'string' ? ([cell, 0, cell, ''] as const) : cell;
  const [background, color, isBold, isNumber, isAtRight, choices] = looks[look] ?? PLAIN;
  return { display, typed, note, background, color, isBold, isNumber, isAtRight, choices };
};
