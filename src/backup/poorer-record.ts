import { type Moment, ORDER_STATUSES, type OrderStatus, STATUS_FACTS } from '../domain/statuses';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';

/** Fields of an order's progress: when it made which step. */
const MOMENTS: readonly Moment[] = [...new Set(ORDER_STATUSES.flatMap((status) => STATUS_FACTS[status].moments))];

/** What was settled when the order was accepted. Nobody changes it later. */
const accepted = ({ order, warnings }: LedgerEntry): string =>
  JSON.stringify([order.createdAt, order.eventCode, order.price, order.number, warnings]);

/** A step that lies behind the order here, made earlier than the backup says, or of which nothing is known here. */
const isMomentLost = (here: LedgerEntry, there: LedgerEntry): boolean =>
  MOMENTS.some((moment) => {
    const [now, then] = [here.progress[moment], there.progress[moment]];
    if (!then) return false;
    const { previous } = here.progress;
    const before = previous?.status ?? there.progress.previous?.status ?? there.status;
    return now === undefined ? momentsKept(here.status, before).includes(moment) : now < then;
  });

const keysLost = (here: object | undefined, there: object | undefined): boolean =>
  Object.keys(there ?? {}).some((key) => !(key in (here ?? {})));

/** Things that happened and that nobody takes back. */
const isPastLost = ({ progress: here }: LedgerEntry, { progress: there }: LedgerEntry): boolean =>
  keysLost(here.printed, there.printed) ||
  keysLost(here.left, there.left) ||
  (here.links ?? 0) < (there.links ?? 0) ||
  (there.notArrived !== undefined && here.notArrived === undefined) ||
  (there.askedForFeedback !== undefined && here.askedForFeedback === undefined && !here.feedbackDropped) ||
  (there.feedback !== undefined && !there.feedback.typed && here.feedback === undefined) ||
  (there.feedback?.comment !== undefined && here.feedback !== undefined && here.feedback.comment === undefined);

/**
 * Whether the Ledger here knows less of an order than a backup: it was imported from its row, or someone has written
 * into the Ledger. Ordinary steps since the backup don't count.
 */
export const isPoorer = (here: LedgerEntry, there: LedgerEntry): boolean => {
  if (there.fingerprint === '' && here.fingerprint !== '') return false;
  return (
    (there.fingerprint !== '' && here.fingerprint !== there.fingerprint && here.replaces !== there.fingerprint) ||
    accepted(here) !== accepted(there) ||
    isMomentLost(here, there) ||
    isPastLost(here, there)
  );
};

/**
 * The steps whose days an order keeps at a status: those that lie behind it, and behind a canceled one what it was before.
 * @param before where it was before its last step.
 */
export const momentsKept = (status: OrderStatus, before: OrderStatus): readonly Moment[] => {
  const { moments, money } = STATUS_FACTS[status];
  return money === 'off' ? [...STATUS_FACTS[before].moments, ...moments] : moments;
};

/** The notes of both, each once, the oldest first. */
const allNotes = (here: Progress, there: Progress): Progress['notes'] => {
  const notes = [...(there.notes ?? []), ...(here.notes ?? [])];
  const each = new Map(notes.map((note) => [JSON.stringify(note), note]));
  return [...each.values()].sort((one, other) => (one.at < other.at ? -1 : 1));
};

/**
 * The progress of an order of which the backup knows more: everything that the backup has, and what has happened since.
 * The order stays where it has come to here.
 */
export const richerProgress = (here: LedgerEntry, there: LedgerEntry): Progress => {
  const both: Progress = { ...here.progress, ...there.progress };
  const isAt = here.status === there.status && here.shipping === there.shipping;
  const before = here.progress.previous?.status ?? (isAt ? there.progress.previous?.status : there.status);
  const behind: readonly string[] = momentsKept(here.status, before ?? there.status);
  const { previous: _, ...rest } = both;
  const steps = Object.fromEntries(
    Object.entries(rest).filter(([field]) => !MOMENTS.some((moment) => moment === field) || behind.includes(field)),
  );
  const [now, then] = [here.progress.feedback, there.progress.feedback];
  const feedback = now && then && now.at > then.at ? now : (then ?? now);
  const notes = allNotes(here.progress, there.progress);
  return {
    ...steps,
    ...(isAt && both.previous ? { previous: both.previous } : {}),
    ...(feedback ? { feedback } : {}),
    ...(notes && notes.length > 0 ? { notes } : {}),
    ...(both.printed ? { printed: { ...there.progress.printed, ...here.progress.printed } } : {}),
    ...(both.batch ? { batch: { ...there.progress.batch, ...here.progress.batch } } : {}),
    ...(both.links ? { links: Math.max(here.progress.links ?? 0, there.progress.links ?? 0) } : {}),
  };
};
