import { NotInForce, ReadsUsedUp, Unreadable } from '../../core/ports';
import { busy, type Refusal } from '../../core/refusal';

/**
 * The answer to problems that stop every request until staff fix them or the next minute begins; null for anything
 * else.
 */
export const busyAnswer = (error: unknown): Refusal | null => {
  if (error instanceof ReadsUsedUp) return busy('The read limit for this minute has been reached.', 60);
  if (error instanceof Unreadable) return busy(`${error.problem} Staff need to fix this first.`, 300);
  return error instanceof NotInForce ? busy(error.message, 300) : null;
};
