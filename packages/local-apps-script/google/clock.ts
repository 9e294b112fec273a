const OFFSET = 0;
const FROZEN_AT = 1;

/** Epoch milliseconds by a clock's cells; a worker has the same cells and so the same time. */
export const timeIn = (cells: Float64Array, realNow: () => number): number => {
  const frozenAt = cells[FROZEN_AT] as number;
  return Number.isNaN(frozenAt) ? Math.floor(realNow() + (cells[OFFSET] as number)) : frozenAt;
};

/** The world's time. It runs from the real time, or stands still in tests; it only ever moves forward. */
export class Clock {
  /** Shared with workers: how far it is ahead of the real time, and where it is when frozen (else NaN). */
  readonly cells = new Float64Array(new SharedArrayBuffer(16));

  constructor(private readonly realNow: () => number = Date.now) {
    this.cells[FROZEN_AT] = Number.NaN;
  }

  /** Epoch milliseconds. */
  now(): number {
    return timeIn(this.cells, this.realNow);
  }

  /** Whether it stands still until it is moved. */
  get frozen(): boolean {
    return !Number.isNaN(this.cells[FROZEN_AT] as number);
  }

  /** Stops the clock at a moment (epoch milliseconds). From then on only `advance` moves it. */
  freeze(at: number): void {
    this.cells[FROZEN_AT] = at;
  }

  /** Moves the clock on by a number of milliseconds. */
  advance(milliseconds: number): void {
    const moved = this.frozen ? FROZEN_AT : OFFSET;
    this.cells[moved] = (this.cells[moved] as number) + milliseconds;
  }

  toJSON(): { offset: number } {
    return { offset: this.cells[OFFSET] as number };
  }

  restore(state: { offset: number }): void {
    this.cells[OFFSET] = state.offset;
  }
}
