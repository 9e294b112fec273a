import type { OwnMemory } from '../../core/keyboard-ports';
import type { Clock } from '../../core/ports';

const LOOKED_AT = 'LOOKED_AT';

/** Remembers that this person looks now. @returns when they looked before, ISO 8601 in UTC; blank for the first time. */
export const lookAgain = ({ memory, clock }: { readonly memory: OwnMemory; readonly clock: Clock }): string => {
  const before = memory.get(LOOKED_AT);
  memory.set(LOOKED_AT, clock.now().toISOString());
  return before;
};
