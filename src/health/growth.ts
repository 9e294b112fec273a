import { MOST_ARCHIVES, MOST_PROPERTIES, MOST_REJECTED } from '../core/bounds';
import { countErased, MOST_ERASED } from '../core/erased-ids';
import { countUnsubscribed, MOST_UNSUBSCRIBED } from '../customers/unsubscribed-names';
import { headText, type LedgerHead } from '../workbook/ledger-row';
import { MOST_HEAD } from '../workbook/sequences';

/** What grows with what outsiders send, and cannot be bounded where one of it is written. */
export interface Grown {
  readonly what: string;
  readonly size: number;
  readonly most: number;
}

/** What measuring needs. */
interface GrowthFacts {
  /** Null when the Ledger has lost it: the next commit makes it again. */
  readonly head: LedgerHead | null;
  readonly properties: Readonly<Record<string, string>>;
  /** Rows of the Rejected tab. */
  readonly rejected: number;
  /** Archives of the Activity tab. */
  readonly archives: number;
}

/**
 * Every cell, property and list that grows without an end of its own, with its bound (docs/design.md 2.8 lists them, and what
 * is bounded where it is written). Set-up makes room in each (set-up/make-room.ts); cells of the whole sheet have a line
 * of their own.
 */
export const growthOf = ({ head, properties, rejected, archives }: GrowthFacts): readonly Grown[] => [
  {
    what: 'Order number counters (characters)',
    size: head ? headText(head).length : 0,
    most: MOST_HEAD,
  },
  {
    what: 'Customers who unsubscribed from feedback requests',
    size: countUnsubscribed(properties),
    most: MOST_UNSUBSCRIBED,
  },
  {
    what: 'Script Properties (characters)',
    size: Object.entries(properties).reduce((sum, [name, text]) => sum + name.length + text.length, 0),
    most: MOST_PROPERTIES,
  },
  { what: 'Erased orders on record', size: countErased(properties), most: MOST_ERASED },
  { what: 'Rejected orders kept', size: rejected, most: MOST_REJECTED },
  { what: 'Activity archives', size: archives, most: MOST_ARCHIVES },
];

/** From this share of a bound on someone should know. */
const NEAR = 0.8;

/** What is near its bound, or over it. */
export const nearBound = (grown: readonly Grown[]): readonly Grown[] =>
  grown.filter(({ size, most }) => size >= NEAR * most);
