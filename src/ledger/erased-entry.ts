import { STEP_KINDS } from '../domain/email-kind';
import { erasedOrder } from '../domain/erased';
import { type LedgerEntry, type Progress, withNewLinks } from '../workbook/ledger-row';

/** What stays of an erased order's progress: moments and figures. What is about the customer goes. */
const STAYS: Readonly<Record<keyof Progress, boolean>> = {
  paid: true,
  shipped: true,
  cancelled: true,
  guessed: true,
  printed: true,
  batch: true,
  askedForFeedback: true,
  previous: true,
  mails: true,
  left: true,
  trackingNumber: false,
  typedNumber: false,
  noted: false,
  feedbackDropped: true,
  erased: true,
  notArrived: true,
  notArrivedSettled: true,
  notes: false,
  feedback: true,
  links: true,
  feedbackChanges: true,
  toldRating: true,
};

/** Of the feedback the figures stay; what the customer wrote goes. */
const FEEDBACK_STAYS: Readonly<Record<keyof NonNullable<Progress['feedback']>, boolean>> = {
  at: true,
  rating: true,
  comment: false,
  settled: true,
  typed: true,
};

const only = <T extends object>(value: T, stays: Readonly<Record<string, boolean>>): T =>
  Object.fromEntries(Object.entries(value).filter(([field]) => stays[field])) as T;

/** Nothing is emailed about an erased order any more, and what staff noted about the customer goes. */
const silenced = ({ progress }: LedgerEntry): Progress => {
  const kept = only(progress, STAYS);
  return {
    ...withNewLinks(kept),
    ...(kept.feedback ? { feedback: { ...only(kept.feedback, FEEDBACK_STAYS), comment: '' } } : {}),
    mails: [...new Set([...(progress.mails ?? []), ...STEP_KINDS])],
    erased: true,
  };
};

/** An order as it is kept once its customer was erased: items, money, statuses and dates stay, and the rating. */
export const erasedEntry = (entry: LedgerEntry): LedgerEntry => ({
  ...entry,
  order: erasedOrder(entry.order),
  progress: silenced(entry),
  flag: '',
  warnings: [],
});
