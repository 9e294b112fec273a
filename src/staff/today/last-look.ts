import type { Clock } from '../../core/ports';

/** What the program keeps for one person, seen by nobody else. */
export interface OwnMemory {
  get(name: string): string;
  set(name: string, value: string): void;
}

const LOOKED_AT = 'LOOKED_AT';

/** Remembers that this person looks now. @returns when they looked before, ISO 8601 in UTC; blank for the first time. */
export const lookAgain = ({ memory, clock }: { readonly memory: OwnMemory; readonly clock: Clock }): string => {
  const before = memory.get(LOOKED_AT);
  memory.set(LOOKED_AT, clock.now().toISOString());
  return before;
};
