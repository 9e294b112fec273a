import type { CommitOutcome, Committer } from '../ports';
import { columnLetters } from '../workbook/a1';
import type { Change } from '../workbook/changes';
import { headText, type LedgerHead, parseHead } from '../workbook/ledger-row';
import { requestsFor, type SheetsRequest } from '../workbook/requests';
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

  commit(view: WorkbookView, changes: readonly Change[], head: LedgerHead): CommitOutcome {
    const { revision } = head;
    const guards = revision > 0 ? [{ revision, id: guardName(revision) }] : [];
    return this.send(view, changes, head, guards) ?? this.sendAnew(view, changes, head);
  }

  /**
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
    const next = { ...head, revision: last + 1, token: this.uuid() };
    const requests = [
      ...guardRequests(view, next.revision, guards),
      ...requestsFor(withHead(changes, next), view.places),
    ];
    const inOrders = changes.filter(({ tab }) => tab === 'orders').map(({ change }) => change);
    const readsBack = inOrders.includes('update');
    const ranges = [...(readsBack ? idRanges(view) : []), ...(inOrders.includes('insert') ? [HEADER_RANGE] : [])];
    try {
      const resource = { requests, ...(ranges.length > 0 ? readBack(ranges) : {}) };
      const response = sheetsApi().batchUpdate(
        resource as GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest,
        this.live.id,
      );
      const headers = ranges.includes(HEADER_RANGE) ? headersIn(response, ranges.length - 1) : null;
      return { outcome: 'landed', ...(readsBack ? idsIn(response) : NOT_READ), headers };
    } catch (thrown) {
      const { message = String(thrown), details } = thrown as ApiError;
      if (details?.code === 429) return { outcome: 'quota', error: message };
      if (details?.code === 400) return null;
      return this.headInForce(view)?.token === next.token
        ? { outcome: 'landed', ...NOT_READ }
        : { outcome: 'unknown', error: message };
    }
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

  /** The head as it stands now, by the same service that wrote it (platform-facts 4); null when it cannot be read. */
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

const NOT_READ = { ids: null, numbers: null };

/** Asks for these ranges in the answer of the same call. */
const readBack = (responseRanges: readonly string[]): object => ({
  includeSpreadsheetInResponse: true,
  responseIncludeGridData: true,
  responseRanges,
});

/** Ids and numbers of all rows: a sort that slipped in between shows there. */
const idRanges = (view: WorkbookView): string[] =>
  ['Order ID', 'Order Number'].map((header, index) => {
    const letters = columnLetters(view.places.orders?.layout.columns.get(header) ?? index);
    return `'Orders'!${letters}2:${letters}`;
  });

/** The headers: a column that was moved in between shows there. */
const HEADER_RANGE = "'Orders'!1:1";

const headersIn = (
  response: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse,
  range: number,
): string[] | null => {
  const [header] = response.updatedSpreadsheet?.sheets?.[0]?.data?.[range]?.rowData ?? [];
  return header ? (header.values ?? []).map((cell) => cell.formattedValue ?? '') : null;
};

const idsIn = (
  response: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse,
): { readonly ids: string[] | null; readonly numbers: string[] | null } => {
  const [ids, numbers] = [0, 1].map((range) => {
    const rows = response.updatedSpreadsheet?.sheets?.[0]?.data?.[range]?.rowData;
    return rows ? rows.map((row) => row.values?.[0]?.formattedValue ?? '') : null;
  });
  return { ids: ids ?? null, numbers: numbers ?? null };
};
