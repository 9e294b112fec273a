import { describeOddRow, type OddRow } from './odd-rows';
import type { Settled } from './reconcile';

/** What came of looking at some rows: how many of each, what to tell the person, which emails to send now. */
export interface SettleReport {
  readonly accepted: number;
  readonly putBack: number;
  readonly flagged: number;
  readonly messages: readonly string[];
  readonly emails: Settled['emails'];
  /** Whether anything was written. */
  readonly isStored: boolean;
  /** False when the lock or a commit could not be had: the sweep does it later. */
  readonly done: boolean;
}

export const NOTHING_SEEN: SettleReport = {
  accepted: 0,
  putBack: 0,
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
    putBack: count('put back'),
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
  putBack: first.putBack + then.putBack,
  flagged: first.flagged + then.flagged,
  messages: [...first.messages, ...then.messages],
  emails: [...first.emails, ...then.emails],
  isStored: first.isStored || then.isStored,
  done: then.done,
});

/** What the person who edited is told about what was put back or flagged; blank when all was accepted. */
export const toldOfEdit = (report: SettleReport | null): string => {
  if (!report || report.putBack + report.flagged === 0) return '';
  const [first = ''] = report.messages;
  const counts = `${report.accepted} accepted, ${report.putBack} put back, ${report.flagged} to look at. The notes on the cells say why.`;
  return report.messages.length === 1 ? first : counts;
};
