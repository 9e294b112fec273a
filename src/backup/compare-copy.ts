import type { Snapshot } from '../core/file-ports';
import { count } from '../domain/text/for-people';
import { headIn, ledgerTexts, orderTexts } from './snapshot';

/**
 * What a copy is, held against the sheet as it was read before and after the copying: `whole`; `moved`: the sheet
 * changed so much in the meantime that nobody can say; `damaged`, with a sentence about what is wrong.
 */
export type Verdict = { readonly copy: 'whole' | 'moved' } | { readonly copy: 'damaged'; readonly why: string };

const counted = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

interface Differences {
  /** Rows that were there before and after the copying, and are not in the copy. */
  readonly lost: number;
  /** Rows of the copy that were there neither before nor after. */
  readonly strange: number;
  /** Whether the sheet itself changed while it was copied. */
  readonly moved: boolean;
}

/** Rows that came, went or changed in the meantime may be in the copy or not; all others must be, and nothing else. */
const differences = (before: readonly string[], after: readonly string[], copy: readonly string[]): Differences => {
  const [first, last, copied] = [counted(before), counted(after), counted(copy)];
  let [lost, strange, moved] = [0, 0, before.length !== after.length];
  for (const [text, times] of first) {
    const stayed = Math.min(times, last.get(text) ?? 0);
    lost += Math.max(0, stayed - (copied.get(text) ?? 0));
    if (stayed !== times) moved = true;
  }
  for (const [text, times] of copied)
    strange += Math.max(0, times - Math.max(first.get(text) ?? 0, last.get(text) ?? 0));
  return { lost, strange, moved };
};

const sentence = (tab: string, { lost, strange }: Differences): string =>
  [
    lost > 0
      ? `${count(lost, 'row')} of the ${tab} tab ${lost === 1 ? 'is' : 'are'} missing or different in the copy.`
      : '',
    strange > 0
      ? `${count(strange, 'row')} of the copy's ${tab} tab ${strange === 1 ? "isn't" : "aren't"} in the sheet.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');

const revisionOf = (snapshot: Snapshot): number => headIn(snapshot)?.revision ?? 0;

/**
 * Compares a copy with what the sheet held when it was made. Orders may arrive and rows may change while the copy is
 * being made: the sheet is read before and after, and the copy has to lie between the two.
 */
export const compareCopy = (before: Snapshot, after: Snapshot, copy: Snapshot): Verdict => {
  for (const tab of ['orders', 'ledger'] as const) {
    if (!copy[tab] && before[tab] && after[tab])
      return { copy: 'damaged', why: `The copy has no ${tab === 'orders' ? 'Orders' : 'Ledger'} tab.` };
  }
  const orders = differences(orderTexts(before), orderTexts(after), orderTexts(copy));
  const ledger = differences(ledgerTexts(before), ledgerTexts(after), ledgerTexts(copy));
  const [from, at, to] = [before, copy, after].map(revisionOf) as [number, number, number];
  const isBetween = from <= at && at <= to;
  const wrong = [sentence('Orders', orders), sentence('Ledger', ledger), isBetween ? '' : REVISION].filter(Boolean);
  if (wrong.length === 0) return { copy: 'whole' };
  return orders.moved || ledger.moved ? { copy: 'moved' } : { copy: 'damaged', why: wrong.join(' ') };
};

const REVISION = "The copy's Ledger is from a different time than the rest of the copy.";
