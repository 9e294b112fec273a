import type { Ports } from '../../core/all-ports';
import { areRepeatsUsual, keepAnswer, keptAnswer } from '../../core/kept-answers';
import { answerAgain } from '../../intake/accept-order';
import { isSameOrder, type OrderIdentity, type SentOrder } from '../../intake/known-order';
import type { OrderAnswer } from '../../intake/order-answer';
import { entryOf } from '../../ledger/lookup';
import { LAST_GOOD, settingsInMemory } from '../../workbook/config';

/** What two copies of a request have in common. */
const printOf = ({ fingerprint, total }: OrderIdentity): string => `${fingerprint} ${total}`;

/** Keeps the answer to a repeat: the copies behind it read no sheet. */
export const rememberAnswer = (ports: Ports, { identity }: SentOrder, answer: OrderAnswer): void => {
  if (identity.id !== '') keepAnswer(ports, identity.id, printOf(identity), answer);
};

/**
 * The answer to an order that has been answered before, as far as that can be told without the reads that new orders need
 * (docs/google.md G9): from the cache, else, while repeats are coming in, by one look-up in the Ledger. Null is no proof
 * that the order is new.
 */
export const answeredBefore = (ports: Ports, sent: SentOrder): object | null => {
  const { identity, form } = sent;
  if (identity.id === '') return null;
  const kept = keptAnswer(ports, identity.id, printOf(identity));
  if (kept) return kept;
  if (!areRepeatsUsual(ports)) return null;
  const entry = entryOf(ports.ledger.glance(identity.id));
  if (!entry || !isSameOrder(entry, identity)) return null;
  const answer = answerAgain(ports, settingsInMemory(ports.properties.all()[LAST_GOOD]), entry, form);
  rememberAnswer(ports, sent, answer);
  return answer;
};
