/** The figures of docs/design.md 7.1: most service calls of each operation, whatever the size of the sheet. */
export interface Budget {
  readonly calls: number;
  /** While the script lock is held. */
  readonly locked?: number;
  /** Writes of the Sheets advanced service: the exact number. */
  readonly commits?: number;
  /** What goes to the Sheets advanced service and comes back, in bytes. */
  readonly bytes?: number;
}

export const BUDGETS = {
  'accepted order with its receipt': { calls: 14, locked: 5, commits: 1, bytes: 50_000 },
  'the same order again': { calls: 7, commits: 0 },
  'one edited status with its email': { calls: 14, commits: 1, bytes: 50_000 },
  'an edit outside the watched columns': { calls: 3, commits: 0 },
  'a cached read': { calls: 3, commits: 0 },
  'a sweep that finds nothing new': { calls: 8, commits: 0 },
  'Today read fresh': { calls: 14, commits: 0 },
  'Today from the cache': { calls: 5, commits: 0 },
  'an order looked for': { calls: 6, commits: 0 },
  'the card of an order': { calls: 9, commits: 0 },
  'a note kept with an order': { calls: 11, commits: 1 },
  'what waits': { calls: 7, commits: 0 },
  'a report over two years of orders': { calls: 6, commits: 1 },
  // 20, and 3 for each of the 20 emails that its quota lets out.
  'a paste of 500 statuses with 20 emails': { calls: 80 },
} as const satisfies Record<string, Budget>;

export type OperationName = keyof typeof BUDGETS;

/** Kilobytes of dist/Code.js, and milliseconds of a fresh context with it (informative). */
export const BUNDLE_BUDGET = { kilobytes: 200, milliseconds: 10 } as const;
