import { HOUSE_PREFIX, parseOrderNumber } from '../domain/order-number';
import { headText, type LedgerHead } from './ledger-row';

/** The last number given by prefix. */
type Sequences = LedgerHead['sequences'];

/**
 * Characters of the Ledger's head. Its cell holds 50,000 (docs/google.md G11), and every commit rewrites it: beyond this
 * the counts of its prefixes become one.
 */
export const MOST_HEAD = 20_000;

const highestOf = (sequences: Sequences): number => Math.max(0, ...Object.values(sequences));

/** Counts on in the sequence that all codes share for which there is none of their own. */
const shared = ({ sequences }: LedgerHead): number => sequences[HOUSE_PREFIX] ?? 0;

/**
 * The next number of a prefix, and the head with that number given away. A code of the Events tab has a sequence of its
 * own. All others count on in one that they share with orders of no event, so that made-up codes add nothing to the head;
 * codes that have their own from before keep it.
 * @param isListed whether the Events tab has the code.
 * @param given the highest number with that prefix anywhere: asked when a code gets its own sequence after the shared one
 * may have given some of its numbers.
 */
export const giveNumber = (
  head: LedgerHead,
  prefix: string,
  isListed: boolean,
  given: () => number,
): { readonly sequence: number; readonly head: LedgerHead } => {
  const { sequences, floor = 0 } = head;
  const own = sequences[prefix];
  const count = isListed || own !== undefined ? prefix : HOUSE_PREFIX;
  const isFirst = count === prefix && own === undefined && shared(head) > 0;
  // What was given and is known no more: only the shared count is sure to lie above it.
  const before = isFirst ? (floor > 0 ? shared(head) : given()) : (sequences[count] ?? 0);
  const sequence = Math.max(before, floor) + 1;
  return { sequence, head: { ...head, sequences: { ...sequences, [count]: sequence } } };
};

/** The highest sequence of a prefix among order numbers. */
export const highestGiven = (numbers: readonly string[], prefix: string): number =>
  numbers.reduce((highest, text) => {
    const number = parseOrderNumber(text);
    return number?.prefix === prefix ? Math.max(highest, number.sequence) : highest;
  }, 0);

/**
 * The sequences once numbers are known that were given elsewhere: none of them is given again.
 * @param isAll whether these, and the sequences, are all numbers that there are: then a prefix may begin a count of its own.
 */
export const withGiven = (sequences: Sequences, given: Sequences, isAll: boolean): Record<string, number> => {
  const known = { ...sequences };
  for (const [prefix, sequence] of Object.entries(given)) {
    const count = isAll || known[prefix] !== undefined ? prefix : HOUSE_PREFIX;
    known[count] = Math.max(known[count] ?? 0, sequence);
  }
  return known;
};

/**
 * The head as a commit may write it: where it has grown too large, the prefixes that no event has go on in the shared
 * sequence, above all of their numbers; if that isn't enough, all do.
 */
export const boundedHead = (head: LedgerHead, isListed: (prefix: string) => boolean): LedgerHead => {
  if (headText(head).length <= MOST_HEAD) return head;
  const highest = { [HOUSE_PREFIX]: highestOf(head.sequences) };
  const listed = Object.entries(head.sequences).filter(([prefix]) => isListed(prefix));
  const fewer = { ...head, sequences: { ...Object.fromEntries(listed), ...highest } };
  return headText(fewer).length <= MOST_HEAD ? fewer : { ...head, sequences: highest };
};
