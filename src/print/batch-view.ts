import type { Nudges } from '../domain/nudges';
import type { BatchState } from '../workbook/batch-row';
import { isFor, type PrintKind } from './kinds';
import type { LabelKind } from './label-sheets';
import type { PrintOrder } from './print-order';

/** One order of a batch as it is now. */
export interface BatchItem extends PrintOrder {
  /** Its number on every print of the batch. */
  readonly place: number;
  /** The day of the order, such as `October 2, 2026`; blank if it isn't known. */
  readonly ordered: string;
  /** Whether it is printed at all: neither removed nor canceled. */
  readonly isIn: boolean;
  /** Removed by staff. */
  readonly isOut: boolean;
  /** A checksum of what its prints say now. */
  readonly sum: string;
  /** What happened to it since, as the end of a sentence; blank if nothing did. */
  readonly since: string;
  /** The kinds that are done in this batch. */
  readonly printed: readonly PrintKind[];
}

/** What is on the prints besides the orders. */
export interface Paperwork {
  readonly studio: string;
  readonly returnLines: readonly string[];
  /** Problems of the return address, a sentence each. */
  readonly returnProblems: readonly string[];
  readonly envelopeLine: string;
  readonly thanks: string;
  /** How customers reach the studio; blank if Settings don't say. */
  readonly contact: string;
  /** Whether slips have amounts. */
  readonly slipPrices: boolean;
  readonly labelKind: LabelKind;
  readonly nudges: Nudges;
  /** By code in capitals. */
  readonly events: Readonly<Record<string, { readonly name: string; readonly pickup: string }>>;
}

/** A batch as it is printed. */
export interface BatchView {
  readonly number: number;
  readonly by: string;
  /** Local date and time. */
  readonly madeAt: string;
  readonly state: BatchState;
  readonly sortedBy: string;
  readonly kinds: readonly PrintKind[];
  readonly items: readonly BatchItem[];
  readonly paperwork: Paperwork;
}

/** The orders of a batch that have a print of a kind, in their order. */
export const itemsFor = (kind: PrintKind, items: readonly BatchItem[]): BatchItem[] =>
  items.filter(({ isIn, fulfillment }) => isIn && isFor(kind, fulfillment));
