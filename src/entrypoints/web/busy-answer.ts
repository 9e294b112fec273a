import { NotInForce, ReadsUsedUp, Unreadable } from '../../core/ports';
import { busy, type Refusal } from '../../core/refusal';

/** The answer to what stops every request until a person or the next minute puts it right; null for anything else. */
export const busyAnswer = (error: unknown): Refusal | null => {
  if (error instanceof ReadsUsedUp) return busy('The spreadsheet can be read no more this minute.', 60);
  if (error instanceof Unreadable) return busy(`${error.problem} Staff have to repair it first.`, 300);
  return error instanceof NotInForce ? busy(error.message, 300) : null;
};
