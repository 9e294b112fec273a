import type { SheetRow } from '../core/ports';
import { isErased } from '../domain/erased';
import { feedbackCell, isFeedbackOf } from '../workbook/feedback-cell';
import { type Cell, textOf } from '../workbook/layout';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';
import { type CellDifference, CONTENT, isEqual, type RowOfEntry, standingDifferences } from './compared-cells';
import type { Difference, RecordLoss } from './difference';
import type { OwnColumns } from './own-columns';
import { isPoorer } from './poorer-record';
import { rebuiltRecord } from './rebuilt-record';
import type { Here, Source, SourceOrder } from './restore-source';

/** What is known of the customer's feedback: the later of here and there. */
const knownFeedback = (here: LedgerEntry | null, there: LedgerEntry | null): Progress['feedback'] => {
  const [now, then] = [here?.progress.feedback, there?.progress.feedback];
  return now && (!then || now.at >= then.at) && now.comment !== undefined ? now : (then ?? now);
};

/** Compares one order here with a source. */
export class Comparing {
  constructor(
    private readonly here: Here,
    private readonly source: Source,
    private readonly rowOf: RowOfEntry,
    private readonly ownColumns: OwnColumns,
    /** Whether statuses stand in rows of other orders: no row is believed for its own. */
    private readonly isTorn: boolean,
  ) {}

  private readonly feedbacks = (): readonly [string, Progress['feedback']][] =>
    [...this.here.ledger].flatMap(([id, { entry }]): [string, Progress['feedback']][] =>
      entry?.progress.feedback ? [[id, entry.progress.feedback]] : [],
    );
  private known: readonly [string, Progress['feedback']][] | null = null;

  /** Whether a text in column R is what the customer of another order said. */
  private isAnothers(id: string, text: string): boolean {
    this.known ??= this.feedbacks();
    return this.known.some(([other, feedback]) => other !== id && isFeedbackOf(feedback, text));
  }

  private entryHere(id: string): LedgerEntry | null {
    return this.here.ledger.get(id)?.entry ?? null;
  }

  private feedbackOf({ id, entry, row }: SourceOrder, standing: Cell | undefined): string {
    const feedback = knownFeedback(this.entryHere(id), entry);
    const then = textOf(row?.Feedback);
    if (feedback) return feedbackCell(feedback, isFeedbackOf(feedback, textOf(standing)) ? standing : then);
    if (row) return then;
    return this.isAnothers(id, textOf(standing)) ? '' : textOf(standing);
  }

  /** Where a row differs from the backup: both from the order as accepted and from the row at that time. */
  private contentDifferences(row: SheetRow, order: SourceOrder): CellDifference[] {
    const expected = order.entry ? this.rowOf(order.entry) : order.row;
    const differing = CONTENT.filter(
      (header) =>
        !isEqual(header, row.cells[header], expected?.[header]) &&
        !(order.row && isEqual(header, row.cells[header], order.row[header])),
    ).map((header) => ({ header, here: textOf(row.cells[header]), there: textOf(expected?.[header] ?? '') }));
    const [standing, feedback] = [textOf(row.cells.Feedback), this.feedbackOf(order, row.cells.Feedback)];
    return standing === feedback ? differing : [...differing, { header: 'Feedback', here: standing, there: feedback }];
  }

  /** How an order differs; null where it doesn't. */
  differenceOf(
    row: SheetRow | null,
    order: SourceOrder,
    copies: readonly SheetRow[],
    inherits: SheetRow | null,
  ): Difference | null {
    const here = this.entryHere(order.id);
    const record = this.recordLoss(here, order);
    const rebuilt = record === 'gone' && order.entry ? this.rebuilt(order.entry, row) : null;
    const known = rebuilt ? { ...order, entry: rebuilt } : order;
    const feedback = this.feedbackOf(known, row?.cells.Feedback);
    const own = this.ownColumns.differencesOf(row, order);
    const found = { order, row, feedback, copies, inherits, own, record, rebuilt };
    if (!row) return { ...found, kind: 'missing', cells: [], own: [] };
    if (here && isErased(here.order)) return null;
    const doubled = copies.map(({ at }) => ({ header: 'a second row', here: `row ${at}`, there: 'none' }));
    const cells = [...(record ? [RECORD[record]] : []), ...doubled, ...this.contentDifferences(row, known)];
    const accepted = here ?? rebuilt ?? order.entry;
    const unsettled = standingDifferences(row, accepted ? this.rowOf(accepted) : (order.row ?? {}));
    if (cells.length > 0 || unsettled.length > 0) return { ...found, kind: 'changed', cells: [...cells, ...unsettled] };
    const moved = order.entry ? standingDifferences(row, this.rowOf(order.entry)) : [];
    if (moved.length > 0) return { ...found, kind: 'moved on', cells: moved };
    return own.length > 0 ? { ...found, kind: 'own columns', cells: [] } : null;
  }

  private rebuilt(then: LedgerEntry, row: SheetRow | null): LedgerEntry {
    return rebuiltRecord(then, this.isTorn ? undefined : row?.cells, this.source);
  }

  private recordLoss(here: LedgerEntry | null, { entry }: SourceOrder): RecordLoss | null {
    if (!entry) return null;
    if (!here) return 'gone';
    return !isErased(here.order) && isPoorer(here, entry) ? 'poorer' : null;
  }
}

const RECORD: Readonly<Record<RecordLoss, CellDifference>> = {
  gone: { header: "the program's own record", here: 'gone', there: 'there' },
  poorer: { header: "the program's own record", here: 'poorer', there: 'whole' },
};
