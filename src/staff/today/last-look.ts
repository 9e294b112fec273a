import type { StaffPorts } from '../../core/staff-ports';

const LOOKED_AT = 'LOOKED_AT';

/** Stores that this user is looking now. @returns when they last looked, ISO 8601 in UTC; blank the first time. */
export const lookAgain = ({ memory, clock }: Pick<StaffPorts, 'memory' | 'clock'>): string => {
  const before = memory.get(LOOKED_AT);
  memory.set(LOOKED_AT, clock.now().toISOString());
  return before;
};
