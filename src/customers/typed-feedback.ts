import type { SheetRow } from '../core/ports';
import type { Moment, Planned } from '../core/work';
import {
  feedbackText,
  type Opinion,
  parseFeedbackText,
  quotedAbout,
  RATING_REMOVED,
  TYPED_IN_SHEET,
} from '../domain/feedback';
import { entryOf } from '../ledger/lookup';
import { isGenuine } from '../statuses/reconcile';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import { textOf } from '../workbook/layout';
import { type LedgerEntry, ledgerRow } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import { type TellPorts, tellIfLow } from './low-rating';

export type TypedPorts = ReconcilePorts & TellPorts;

/** An order in the Ledger, and the row of the Orders tab with its id. */
export interface TypedRow {
  readonly ledgerAt: number;
  readonly entry: LedgerEntry;
  readonly row: SheetRow;
}

/** The rating in a row, if the Ledger has a different one or none. */
const newRating = ({ row, entry }: TypedRow): ReturnType<typeof parseFeedbackText> => {
  const opinion = parseFeedbackText(textOf(row.cells.Feedback));
  return opinion && opinion.rating !== entry.progress.feedback?.rating && isGenuine(row, entry) ? opinion : null;
};

/** A rating that was picked up from the sheet. */
export interface TakenRating {
  readonly entry: LedgerEntry;
  readonly opinion: Opinion;
}

/** The new rating of an order, and the sentence about it in the Activity tab. */
interface RatingChange {
  readonly at: TypedRow;
  readonly progress: LedgerEntry['progress'];
  readonly detail: string;
}

/** Rating changes as Ledger updates, each with its line in the Activity tab. */
const ratingChanges = (told: readonly RatingChange[], by: string, when: number): Change[] =>
  told.flatMap(({ at: { entry, ledgerAt }, progress, detail }): Change[] => {
    const { id: orderId, number: orderNumber } = entry.order;
    return [
      { change: 'update', tab: 'ledger', at: ledgerAt, row: ledgerRow({ ...entry, progress }) },
      {
        change: 'append',
        tab: 'activity',
        row: activityRow({ when, orderId, orderNumber, event: 'feedback', by, detail }),
      },
    ];
  });

/** The rows with a new rating, and the rating. */
const newRatings = (rows: readonly TypedRow[]) =>
  rows.flatMap((at) => {
    const opinion = newRating(at);
    return opinion ? [{ at, entry: at.entry, opinion }] : [];
  });

const toldOfNew = (taken: ReturnType<typeof newRatings>, now: string): readonly RatingChange[] =>
  taken.map(({ at, entry: { order, progress }, opinion }): RatingChange => {
    const { rating, comment } = opinion;
    const feedback = { at: progress.feedback?.at ?? now, rating, comment, typed: true } as const;
    const detail = `${order.customer.name}${quotedAbout(order.number)}${feedbackText(opinion)}${TYPED_IN_SHEET}`;
    return { at, progress: { ...progress, feedback }, detail };
  });

/** Typed ratings that are no longer in their cells: they were in the wrong row, or someone undid them. */
const toldOfGone = (rows: readonly TypedRow[]): readonly RatingChange[] =>
  rows
    .filter(
      ({ entry, row }) =>
        entry.progress.feedback?.typed &&
        parseFeedbackText(textOf(row.cells.Feedback)) === null &&
        isGenuine(row, entry),
    )
    .map((at): RatingChange => {
      const { feedback, ...progress } = at.entry.progress;
      const detail = `The rating ${feedback?.rating}/5 for ${at.entry.order.number}${RATING_REMOVED}`;
      return { at, progress, detail };
    });

/**
 * Picks up ratings that staff typed into column R after a phone call. The cell stays as it is; a text that doesn't
 * start with a rating is just a text.
 * @returns the changes, and the new ratings for {@link tellOfLow} once they have landed.
 */
export const takeTypedFeedback = (
  { now, when }: Moment,
  rows: readonly TypedRow[],
  by: string,
): { readonly changes: readonly Change[]; readonly taken: readonly TakenRating[] } => {
  const taken = newRatings(rows);
  return { changes: ratingChanges(toldOfNew(taken, now), by, when), taken };
};

/** Notifies the operator of the low ones among them. */
export const tellOfLow = (
  ports: TellPorts,
  view: WorkbookView,
  config: Config,
  taken: readonly TakenRating[],
): void => {
  for (const { entry, opinion } of taken) tellIfLow(ports, view, config, entry, opinion);
};

/** The most rows per edit; pasted ratings beyond that are found the next morning. */
const MOST_ROWS = 500;

/** Handles an edit of column R: a typed rating is picked up, a deleted one is removed. */
export const onFeedbackEdit = (
  ports: TypedPorts,
  firstView: WorkbookView,
  config: Config,
  { from, count }: { readonly from: number; readonly count: number },
  by: string,
): void => {
  const done = ports.change({
    by: 'pick up typed ratings',
    wait: 20_000,
    view: firstView,
    plan: ({ view, now, when }): Planned<readonly TakenRating[]> => {
      const typed = ports.orders
        .rows(view, from, Math.min(count, MOST_ROWS))
        .filter(({ cells }) => textOf(cells['Order ID']) !== '');
      const known = withEntries(ports, view, typed);
      const found = newRatings(known);
      const told = [...toldOfNew(found, now), ...toldOfGone(known)];
      return { changes: ratingChanges(told, by, when), value: found };
    },
  });
  if (done.outcome === 'landed') tellOfLow(ports, firstView, config, done.values[0]);
};

/** If there are more rows than this, the Ledger's index is used. */
const FEW = 2;

const withEntries = (ports: TypedPorts, view: WorkbookView, rows: readonly SheetRow[]): TypedRow[] => {
  const ids = rows.map(({ cells }) => textOf(cells['Order ID']));
  const wanted = new Set(ids);
  const found =
    rows.length <= FEW
      ? ids.map((id) => ports.ledger.find(view, 'Order ID', id))
      : ports.ledger.whole(
          view,
          ports.ledger.index(view).flatMap(({ at, cells }) => (wanted.has(textOf(cells['Order ID'])) ? [at] : [])),
        );
  return found.flatMap((ledger): TypedRow[] => {
    const entry = entryOf(ledger);
    const same = rows.filter(({ cells }) => textOf(cells['Order ID']) === entry?.order.id);
    // A duplicate id is ambiguous.
    const [row] = same;
    return ledger && entry && row && same.length === 1 ? [{ ledgerAt: ledger.at, entry, row }] : [];
  });
};
