import type { CommitOutcome, Committer } from '../core/ports';
import { columnLetters } from '../workbook/a1';
import type { Change } from '../workbook/changes';
import type { Cell } from '../workbook/layout';
import { headText, type LedgerHead, parseHead } from '../workbook/ledger-row';
import { requestsFor, type SheetsRequest } from '../workbook/requests';
import { type CopyPlan, type Former, planCopies } from '../workbook/scratch';
import { TABS } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { type ApiError, sheetsApi } from './sheets-api';

const GUARD = 'cps_revision_';
const guardName = (revision: number): string => `${GUARD}${revision}`;

/** A named range that stands for a revision. Its id is its name, unless Google has given it one of its own. */
interface Guard {
  readonly revision: number;
  readonly id: string;
}

/**
 * One atomic commit through `Sheets.Spreadsheets.batchUpdate`.
 *
 * A named range per revision guards it: the batch takes the present one away and adds the next. Both fail when
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
    const guards = revision > 0 ? [{ revision, id: guardName(revision) }] : [];
    return this.send(view, changes, own, guards) ?? this.sendAnew(view, changes, own);
  }

  /**
   * @param head as it was, with the token of this commit.
   * @param guards what the batch takes away.
   * @returns null when Google refused the batch: nothing landed, and the guards have to be looked at.
   */
  private send(
    view: WorkbookView,
    changes: readonly Change[],
    head: LedgerHead,
    guards: readonly Guard[],
  ): CommitOutcome | null {
    const last = Math.max(head.revision, ...guards.map(({ revision }) => revision));
    const next = { ...head, revision: last + 1 };
    const copies = planCopies(changes, view.places, next.token, () => newTabId(this.uuid()));
    const requests = [
      ...(copies?.requests ?? []),
      ...guardRequests(view, next.revision, guards),
      ...requestsFor(withHead(changes, next), view.places),
    ];
    const landed = (former: Former | null): CommitOutcome => ({ outcome: 'landed', head: next, former });
    try {
      const isSmall = copies !== null && copies.cells <= FEW_CELLS;
      const resource = { requests, ...(isSmall ? readBack(copies.range) : {}) };
      const response = sheetsApi().batchUpdate(
        resource as GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest,
        this.live.id,
      );
      return landed(copies && this.former(copies, isSmall ? valuesIn(response) : []));
    } catch (thrown) {
      const { message = String(thrown), details } = thrown as ApiError;
      if (details?.code === 429) return { outcome: 'quota', error: message };
      if (details?.code === 400) return null;
      if (this.headInForce(view)?.token !== next.token) return { outcome: 'unknown', error: message };
      return landed(copies && this.former(copies, []));
    }
  }

  /**
   * What stood in the rows that a commit has written. It comes with the commit's own answer; it is asked for where it is
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
   * After a refusal. When the Ledger's head has moved on, another commit came first. When it has not, the guards do
   * not fit it: somebody removed one by hand, the head was lost and begun again, or the ids are others, as they may be
   * in a copy. They are set right once.
   */
  private sendAnew(view: WorkbookView, changes: readonly Change[], head: LedgerHead): CommitOutcome {
    if ((this.headInForce(view)?.revision ?? 0) !== head.revision) return { outcome: 'stale', error: MOVED_ON };
    const guards = this.guardsInForce();
    const fits =
      guards.length === (head.revision > 0 ? 1 : 0) &&
      guards.every(({ revision, id }) => revision === head.revision && id === guardName(revision));
    if (fits) return { outcome: 'refused', error: REFUSED };
    return this.send(view, changes, head, guards) ?? { outcome: 'refused', error: REFUSED };
  }

  private guardsInForce(): Guard[] {
    const { namedRanges = [] } = sheetsApi().get(this.live.id, { fields: 'namedRanges(namedRangeId,name)' });
    return namedRanges.flatMap(({ namedRangeId = '', name = '' }) =>
      revisionOf(name).map((revision) => ({ revision, id: namedRangeId })),
    );
  }

  /** The head as it stands now, by the same service that wrote it (docs/google.md G86); null when it cannot be read. */
  private headInForce(view: WorkbookView): LedgerHead | null {
    try {
      const column = columnLetters(view.places.ledger?.layout.columns.get('Head') ?? 0);
      const { values = [] } = sheetsApi().Values.get(this.live.id, `'Ledger'!${column}2`);
      return parseHead((values[0] as string[] | undefined)?.[0]);
    } catch {
      return null;
    }
  }
}

const MOVED_ON = 'Another change was stored at the same moment.';
const REFUSED = 'The spreadsheet refused the change: a tab or row that it needs is gone.';

const revisionOf = (name: string): number[] => {
  const revision = name.startsWith(GUARD) ? Number(name.slice(GUARD.length)) : Number.NaN;
  return Number.isSafeInteger(revision) ? [revision] : [];
};

const guardRequests = (view: WorkbookView, next: number, guards: readonly Guard[]): SheetsRequest[] => {
  const sheetId = view.places.ledger?.sheetId;
  const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  const name = guardName(next);
  return [
    ...guards.map(({ id }) => ({ deleteNamedRange: { namedRangeId: id } })),
    { addNamedRange: { namedRange: { namedRangeId: name, name, range } } },
  ];
};

/** The head moves to the newest Ledger row, row 2: it is taken from where the rows of this commit have pushed it. */
const withHead = (changes: readonly Change[], head: LedgerHead): readonly Change[] => {
  const added = changes.filter((change) => change.tab === 'ledger' && change.change === 'insert').length;
  const at = (row: number, text: string): Change => ({ change: 'update', tab: 'ledger', at: row, row: { Head: text } });
  return [...changes, ...(added > 0 && head.revision > 1 ? [at(2 + added, '')] : []), at(2, headText(head))];
};

/** So many copied cells come back in the commit's own answer. */
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
