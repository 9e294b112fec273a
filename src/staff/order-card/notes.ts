import { type Amended, type AmendPorts, amendOrder } from '../../statuses/amend-order';
import type { InternalNote } from '../../workbook/ledger-row';

/** Characters of a note, and notes of an order: together they leave most of the Ledger's cell to the rest. */
export const LONGEST_NOTE = 1_000;
const MOST_NOTES = 20;

/**
 * Keeps a note about an order in the Ledger. The Activity tab says who wrote one and when, not what: a note can be
 * taken away again.
 */
export const addNote = (ports: AmendPorts, orderId: string, text: string, by: string): Amended => {
  let isFull = false;
  const amended = amendOrder(ports, orderId, by, ({ order, progress }, now) => {
    const notes = progress.notes ?? [];
    isFull = notes.length >= MOST_NOTES;
    if (isFull) return null;
    const note: InternalNote = { at: now, by, text };
    const detail = `${by} wrote a note about order ${order.number}.`;
    return { progress: { ...progress, notes: [...notes, note] }, event: 'note', detail };
  });
  return isFull
    ? { trouble: `An order has at most ${MOST_NOTES} notes. Please remove one first; nothing was written.` }
    : amended;
};

/** Takes a note away: the one that was written at that moment with that text, as it was shown. */
export const removeNote = (ports: AmendPorts, orderId: string, note: InternalNote, by: string): Amended =>
  amendOrder(ports, orderId, by, ({ order, progress }) => {
    const notes = progress.notes ?? [];
    const kept = notes.filter(({ at, text }) => at !== note.at || text !== note.text);
    if (kept.length === notes.length) return null;
    const detail = `${by} removed a note of ${note.by} about order ${order.number}.`;
    return { progress: { ...progress, notes: kept }, event: 'note', detail };
  });
