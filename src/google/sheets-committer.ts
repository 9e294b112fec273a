import { type CommitOutcome, type Committer, ServiceOff } from '../core/ports';
import { columnLetters } from '../workbook/a1';
import type { Change } from '../workbook/changes';
import { type Cell, textOf } from '../workbook/layout';
import { headText, type LedgerHead, parseHead } from '../workbook/ledger-row';
import { requestsFor } from '../workbook/requests';
import { type CopyPlan, type Former, planCopies } from '../workbook/scratch';
import { TABS } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import {
  type Batch,
  FIRST_REVISION,
  GUARD_FIELDS,
  type Guard,
  guardName,
  guardsOf,
  withGuard,
  withoutGuard,
} from './guards';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { type ApiError, sheetsApi } from './sheets-api';

/**
 * One atomic commit through `Sheets.Spreadsheets.batchUpdate`.
 *
 * A named range per revision guards it (guards.ts): the batch takes the present one away and adds the next. Both fail when
 * another commit came between, and with them the whole batch, so a request that Google carries out late lands on
 * nothing. ("It is an error to specify the ID of a range that already exists": AddNamedRangeRequest.)
 */
export class SheetsCommitter implements Committer {
  constructor(
    private readonly live: LiveSpreadsheet,
    private readonly uuid: () => string,
  ) {}

  commit(view: WorkbookView, changes: readonly Change[], head: LedgerHead, by: string): CommitOutcome {
    const { revision } = head;
    const own = { ...head, token: `${by} ${this.uuid()}` };
    // A lost head looks like a new sheet's, except that things have happened in the sheet: then a guard may be in effect.
    if (revision === 0 && view.hasHistory) return this.sendAnew(view, changes, own);
    const guards = revision > 0 ? [{ revision, id: guardName(revision) }] : [];
    const next = revision > 0 ? Math.max(revision + 1, Date.now()) : FIRST_REVISION;
    return this.send(view, changes, own, guards, next, isPlain(head)) ?? this.sendAnew(view, changes, own);
  }

  /**
   * @param head as it was, with the token of this commit.
   * @param guards what the batch takes away.
   * @param revision the one that it makes, of which no guard was ever named.
   * @param plain without formats and dropdowns of new rows.
   * @returns null when Google refused the batch: nothing landed, and the guards have to be looked at.
   */
  private send(
    view: WorkbookView,
    changes: readonly Change[],
    head: LedgerHead,
    guards: readonly Guard[],
    revision: number,
    plain: boolean,
  ): CommitOutcome | null {
    const { plainSince, ...others } = head;
    const since = isPlain(head) ? plainSince : revision;
    const next = { ...others, revision, ...(plain && since !== undefined ? { plainSince: since } : {}) };
    const copies = planCopies(changes, view.places, next.token, () => newTabId(this.uuid()));
    const requests = [
      ...(copies?.requests ?? []),
      ...guards.map(withoutGuard),
      withGuard(view, revision),
      ...requestsFor(withHead(changes, next), view.places, plain),
    ];
    const landed = (former: Former | null): CommitOutcome => {
      this.live.lateReads.committed(next.token, view.places.ledger?.layout.columns.get('Head') ?? 0, emailIn(changes));
      return { outcome: 'landed', head: next, former };
    };
    try {
      const isSmall = copies !== null && copies.cells <= FEW_CELLS;
      const resource = { requests, ...(isSmall ? readBack(copies.range) : {}) };
      const response = sheetsApi().batchUpdate(resource as Batch, this.live.id);
      return landed(copies && this.former(copies, isSmall ? valuesIn(response) : []));
    } catch (thrown) {
      const failed = outcomeOf(thrown);
      if (failed?.outcome !== 'unknown' || this.headInForce(view)?.token !== next.token) return failed;
      return landed(copies && this.former(copies, []));
    }
  }

  /**
   * What was in the rows that a commit has written. It comes with the commit's own answer; it is asked for where it is
   * large (an answer weighs about a kilobyte a cell), and where the answer is not of this commit.
   * @returns null when it cannot be read.
   */
  private former(copies: CopyPlan, answered: readonly (readonly Cell[])[]): Former | null {
    try {
      const former = copies.read(answered) ?? copies.read(this.scratchNow(copies.range));
      if (copies.isPersonal || copies.cells > FEW_CELLS)
        this.live.spreadsheet.getSheetByName(TABS.scratch.name)?.clearContents();
      return former;
    } catch {
      return null;
    }
  }

  private scratchNow(range: string): Cell[][] {
    const { values = [] } = sheetsApi().Values.get(this.live.id, range, {
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    return values as Cell[][];
  }

  /**
   * After a refusal, or where the head is lost. When the Ledger's head has moved on, another commit came first. When it has
   * not, the guards do not fit it: one was removed or broken, the head was lost and begun again, the ids are others, as they
   * may be in a copy, or Google went by a moment ago. All that there are go, and where there is none one is put up first, so
   * that this batch, too, takes one away.
   */
  private sendAnew(view: WorkbookView, changes: readonly Change[], head: LedgerHead): CommitOutcome {
    if ((this.headInForce(view)?.revision ?? 0) !== head.revision) return { outcome: 'stale', error: MOVED_ON };
    try {
      const found = guardsOf(sheetsApi().get(this.live.id, { fields: GUARD_FIELDS }));
      const guards = found.length > 0 ? found : [this.putUp(view, this.nextAfter([head]))];
      const send = (plain: boolean): CommitOutcome | null =>
        this.send(view, changes, head, guards, this.nextAfter([head, ...guards]), plain);
      // What is refused twice may be the formats: then the rows are stored without them.
      return send(isPlain(head)) ?? send(true) ?? REFUSED;
    } catch (thrown) {
      return outcomeOf(thrown) ?? REFUSED;
    }
  }

  /** A revision later than these: at random, since the name of the very next one may be taken by a guard that is broken. */
  private nextAfter(taken: readonly { readonly revision: number }[]): number {
    const jump = Number.parseInt(this.uuid().slice(0, 4), 16) + 1;
    return Math.max(Date.now(), ...taken.map(({ revision }) => revision)) + jump;
  }

  private putUp(view: WorkbookView, revision: number): Guard {
    const { replies = [] } = sheetsApi().batchUpdate({ requests: [withGuard(view, revision)] } as Batch, this.live.id);
    return { revision, id: replies[0]?.addNamedRange?.namedRange?.namedRangeId ?? guardName(revision) };
  }

  /** The head as it is now, by the same service that wrote it (docs/google.md G86); null when it cannot be read. */
  private headInForce(view: WorkbookView): LedgerHead | null {
    try {
      const column = columnLetters(view.places.ledger?.layout.columns.get('Head') ?? 0);
      const { values = [] } = sheetsApi().Values.get(this.live.id, `'Ledger'!${column}2:${column}${MOST_ROWS}`);
      return (values as string[][]).map(([cell]) => parseHead(cell)).find((head) => head !== null) ?? null;
    } catch {
      return null;
    }
  }
}

/** As far down the head may be: rows above it may have been inserted by hand. */
const MOST_ROWS = 100;
const MOVED_ON = 'Another change was saved at the same time.';
const REFUSED: CommitOutcome = {
  outcome: 'refused',
  error: 'The spreadsheet rejected the change because a tab or row it needs is missing.',
};

/** Milliseconds, and as many revisions. */
const DAY = 86_400_000;

/** Whether formats were refused within a day: then nobody asks for them again. */
const isPlain = ({ revision, plainSince }: LedgerHead): boolean =>
  plainSince !== undefined && revision < plainSince + DAY;

/** What an error means by its code, when nothing of the batch landed; null: Google found the request wrong. */
const outcomeOf = (thrown: unknown): CommitOutcome | null => {
  if (thrown instanceof ServiceOff) throw thrown;
  const { message = String(thrown), details } = thrown as ApiError;
  if (details?.code === 400) return null;
  return { outcome: details?.code === 429 ? 'quota' : 'unknown', error: message };
};

/** The head moves to the newest Ledger row, row 2: it is taken from where the rows of this commit have pushed it. */
const withHead = (changes: readonly Change[], head: LedgerHead): readonly Change[] => {
  const added = changes.filter((change) => change.tab === 'ledger' && change.change === 'insert').length;
  const at = (row: number, text: string): Change => ({ change: 'update', tab: 'ledger', at: row, row: { Head: text } });
  return [...changes, ...(added > 0 && head.revision > 1 ? [at(2 + added, '')] : []), at(2, headText(head))];
};

/** The key of an email that a commit adds to the Outbox; blank for none. */
const emailIn = (changes: readonly Change[]): string => {
  const added = changes.find(({ tab, change }) => tab === 'outbox' && change === 'append');
  return added && 'row' in added ? textOf(added.row.Key) : '';
};

/** How many copied cells come back in the commit's own answer. */
const FEW_CELLS = 40;

/** Asks for a range in the answer of the same call: it is as the whole batch has left it. */
const readBack = (range: string): object => ({
  includeSpreadsheetInResponse: true,
  responseIncludeGridData: true,
  responseRanges: [range],
});

const valuesIn = (response: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse): Cell[][] =>
  (
    response.updatedSpreadsheet?.sheets?.find(({ properties }) => properties?.title === TABS.scratch.name)?.data?.[0]
      ?.rowData ?? []
  ).map(({ values = [] }) =>
    values.map(
      ({ effectiveValue: { stringValue, numberValue, boolValue } = {} }) =>
        stringValue ?? numberValue ?? boolValue ?? '',
    ),
  );

/** A tab id nobody uses, from the digits of a uuid. */
const newTabId = (uuid: string): number => Number.parseInt(uuid.replace(/-/g, '').slice(0, 7), 16) + 1;
