import { type OddRow, oddInWords } from './odd-rows';
import type { Decided, Settled } from './reconcile';

/** What came of looking at some rows: how many of each, what to tell the person, which mails to send now. */
export interface LookReport {
  readonly accepted: number;
  readonly putBack: number;
  readonly flagged: number;
  readonly messages: readonly string[];
  readonly mails: Settled['mails'];
  /** False when the lock or a commit could not be had: the sweep does it later. */
  readonly done: boolean;
}

export const NOTHING_SEEN: LookReport = { accepted: 0, putBack: 0, flagged: 0, messages: [], mails: [], done: true };

export const reportOf = (decided: readonly Decided[], odd: readonly OddRow[], { mails }: Settled): LookReport => {
  const count = (outcome: string) => decided.filter(({ decision }) => decision.outcome === outcome).length;
  const messages = decided.flatMap(({ entry, decision }) =>
    decision.message ? [`${entry.order.number}: ${decision.message}`] : [],
  );
  return {
    accepted: count('accepted'),
    putBack: count('put back'),
    flagged: count('flagged') + odd.length,
    messages: [...messages, ...odd.map(oddInWords)],
    mails,
    done: true,
  };
};

/** Two reports as one: the later one says whether all is done. */
export const addReports = (first: LookReport, then: LookReport): LookReport => ({
  accepted: first.accepted + then.accepted,
  putBack: first.putBack + then.putBack,
  flagged: first.flagged + then.flagged,
  messages: [...first.messages, ...then.messages],
  mails: [...first.mails, ...then.mails],
  done: then.done,
});
