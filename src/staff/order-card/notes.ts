import { type Amended, type AmendPorts, amendOrder } from '../../statuses/amend-order';
import type { InternalNote } from '../../workbook/ledger-row';

/** Characters per note and notes per order: together they leave most of the Ledger's cell to other data. */
export const LONGEST_NOTE = 1_000;
const MOST_NOTES = 20;

/**
 * Stores a note about an order in the Ledger. The Activity tab says who wrote one and when, not what it says, as notes can
 * be removed.
 */
export const addNote = (ports: AmendPorts, orderId: string, text: string, by: string): Amended => {
  let isFull = false;
  const amended = amendOrder(ports, orderId, by, ({ order, progress }, now) => {
    const notes = progress.notes ?? [];
    isFull = notes.length >= MOST_NOTES;
    if (isFull) return null;
    const note: InternalNote = { at: now, by, text };
    const detail = `${by} added a note to order ${order.number}.`;
    return { progress: { ...progress, notes: [...notes, note] }, event: 'note', detail };
  });
  return isFull ? { trouble: `An order can have up to ${MOST_NOTES} notes. Remove one first.` } : amended;
};

/** Removes a note: the one written at that moment with that text, as it was shown. */
export const removeNote = (ports: AmendPorts, orderId: string, note: InternalNote, by: string): Amended =>
  amendOrder(ports, orderId, by, ({ order, progress }) => {
    const notes = progress.notes ?? [];
    const kept = notes.filter(({ at, text }) => at !== note.at || text !== note.text);
    if (kept.length === notes.length) return null;
    const detail = `${by} removed a note by ${note.by} from order ${order.number}.`;
    return { progress: { ...progress, notes: kept }, event: 'note', detail };
  });
