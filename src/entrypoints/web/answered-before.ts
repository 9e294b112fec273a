import type { Ports } from '../../core/all-ports';
import { areRepeatsUsual, keepAnswer, keptAnswer } from '../../core/kept-answers';
import { answerAgain, type RepeatAnswer, repeatAnswer } from '../../intake/accept-order';
import { isSameOrder, type OrderIdentity, type SentOrder } from '../../intake/known-order';
import { entryOf } from '../../ledger/lookup';
import { LAST_GOOD, settingsInMemory } from '../../workbook/config';

/** What two copies of a request have in common. Earlier versions, which kept other things, did without the first word. */
const printOf = ({ fingerprint, total }: OrderIdentity): string => `repeat ${fingerprint} ${total}`;

/** Keeps the answer to a repeat: the copies behind it read no sheet. */
export const rememberAnswer = (ports: Ports, { identity }: SentOrder, repeat: RepeatAnswer): void => {
  if (identity.id !== '') keepAnswer(ports, identity.id, printOf(identity), repeat);
};

/**
 * The answer to an order that was answered before, if it can be found without the reads that new orders need
 * (docs/google.md G9): from the cache or, while repeats are coming in, with one lookup in the Ledger. Null doesn't
 * prove that the order is new.
 */
export const answeredBefore = (ports: Ports, sent: SentOrder): object | null => {
  const { identity, form } = sent;
  if (identity.id === '') return null;
  const kept = keptAnswer(ports, identity.id, printOf(identity)) as RepeatAnswer | null;
  if (kept) return answerAgain(kept, form);
  if (!areRepeatsUsual(ports)) return null;
  const entry = entryOf(ports.ledger.glance(identity.id));
  if (!entry || !isSameOrder(entry, identity)) return null;
  const repeat = repeatAnswer(ports, settingsInMemory(ports.properties.all()[LAST_GOOD]), entry);
  rememberAnswer(ports, sent, repeat);
  return answerAgain(repeat, form);
};
