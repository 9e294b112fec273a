import type { StaffPorts } from '../../core/staff-ports';

const LOOKED_AT = 'LOOKED_AT';

/** Remembers that this person looks now. @returns when they looked before, ISO 8601 in UTC; blank for the first time. */
export const lookAgain = ({ memory, clock }: Pick<StaffPorts, 'memory' | 'clock'>): string => {
  const before = memory.get(LOOKED_AT);
  memory.set(LOOKED_AT, clock.now().toISOString());
  return before;
};
