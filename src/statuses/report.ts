import { describeOddRow, type OddRow } from './odd-rows';
import type { Settled } from './reconcile';

/** The result of checking some rows: how many of each outcome, what to show the editor, which emails to send now. */
export interface SettleReport {
  readonly accepted: number;
  readonly reverted: number;
  readonly flagged: number;
  readonly messages: readonly string[];
  readonly emails: Settled['emails'];
  /** Whether anything was written. */
  readonly isStored: boolean;
  /** False when the lock or a commit wasn't available: the sweep does it later. */
  readonly done: boolean;
}

export const NOTHING_SEEN: SettleReport = {
  accepted: 0,
  reverted: 0,
  flagged: 0,
  messages: [],
  emails: [],
  isStored: false,
  done: true,
};

export const reportOf = ({ decided, emails }: Settled, odd: readonly OddRow[]): SettleReport => {
  const count = (outcome: string) => decided.filter(({ decision }) => decision.outcome === outcome).length;
  const messages = decided.flatMap(({ entry, decision }) =>
    decision.message ? [`${entry.order.number}: ${decision.message}`] : [],
  );
  return {
    accepted: count('accepted'),
    reverted: count('reverted'),
    flagged: count('flagged') + odd.length,
    messages: [...messages, ...odd.map(describeOddRow)],
    emails,
    isStored: false,
    done: true,
  };
};

/** Two reports as one: the later one says whether all is done. */
export const addReports = (first: SettleReport, then: SettleReport): SettleReport => ({
  accepted: first.accepted + then.accepted,
  reverted: first.reverted + then.reverted,
  flagged: first.flagged + then.flagged,
  messages: [...first.messages, ...then.messages],
  emails: [...first.emails, ...then.emails],
  isStored: first.isStored || then.isStored,
  done: then.done,
});

/** What the editor is shown about reverted or flagged changes; blank when all were accepted. */
export const toldOfEdit = (report: SettleReport | null): string => {
  if (!report || report.reverted + report.flagged === 0) return '';
  const [first = ''] = report.messages;
  const counts = `${report.accepted} accepted, ${report.reverted} undone, ${report.flagged} to check. See the notes on the cells.`;
  return report.messages.length === 1 ? first : counts;
};
