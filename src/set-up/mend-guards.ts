import type { Ports } from '../core/all-ports';
import type { Guards } from '../core/set-up-ports';
import { guardTrouble } from '../health/guard-trouble';
import { activityRow } from '../workbook/activity-row';

/** What mending needs from the world. */
export interface MendPorts extends Pick<Ports, 'change'> {
  readonly guards: Guards;
  readonly person: string;
}

const TOLD = {
  missing: 'The change guard was missing or broken.',
  several: 'There was more than one change guard.',
} as const;

/**
 * Gives the Ledger's revision its one guard back, where it has none or there are others: all go, and a commit puts one up.
 * @returns a sentence for what was done; none when nothing had to be.
 */
export const mendGuards = ({ change, guards, person }: MendPorts): readonly string[] => {
  const done = change({
    by: 'mend the guard',
    wait: 20_000,
    plan: ({ head, when }) => {
      const trouble = guardTrouble(head, guards.found());
      if (trouble === null) return { changes: [], value: '' };
      // What is on its way with one of these lands on nothing.
      guards.clear();
      const told = `${TOLD[trouble]} It's in place again.`;
      const row = activityRow({ when, event: 'mended', by: person || 'staff', detail: told });
      return { changes: [{ change: 'append', tab: 'activity', row }], value: told };
    },
  });
  if (done.outcome === 'landed') return done.values[0] ? [done.values[0]] : [];
  return ["The change guard couldn't be checked just now. Please run this again."];
};
