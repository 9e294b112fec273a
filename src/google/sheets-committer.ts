import type { CommitOutcome, Committer } from '../ports';
import { columnLetters } from '../workbook/a1';
import type { Change } from '../workbook/changes';
import { headText, type LedgerHead, parseHead } from '../workbook/ledger-row';
import { requestsFor, type SheetsRequest } from '../workbook/requests';
import type { WorkbookView } from '../workbook/view';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { sheetsApi } from './sheets-api';

/** What the Sheets service throws: `details.code` is the HTTP status (platform-facts 1). */
interface ApiError {
  readonly message?: string;
  readonly details?: { readonly code?: number };
}

const GUARD = 'cps_revision_';
const guardName = (revision: number): string => `${GUARD}${revision}`;

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
    const next: LedgerHead = { ...head, revision: head.revision + 1, token: this.uuid() };
    const hasGuard = head.revision > 0;
    return this.send(view, changes, next, hasGuard);
  }

  private send(view: WorkbookView, changes: readonly Change[], next: LedgerHead, hasGuard: boolean): CommitOutcome {
    const requests = [...guardRequests(view, next, hasGuard), ...requestsFor(withHead(changes, next), view.places)];
    const readsBack = changes.some((change) => change.tab === 'orders' && change.change === 'update');
    try {
      const resource = { requests, ...(readsBack ? readBack(view) : {}) };
      const response = sheetsApi().batchUpdate(
        resource as GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest,
        this.live.id,
      );
      return { outcome: 'landed', ids: readsBack ? idsIn(response) : null };
    } catch (thrown) {
      const { message = String(thrown), details } = thrown as ApiError;
      if (details?.code === 429) return { outcome: 'quota', error: message };
      if (details?.code === 400) return this.afterRefusal(view, changes, next, hasGuard, message);
      return this.hasLanded(view, next) ? { outcome: 'landed', ids: null } : { outcome: 'unknown', error: message };
    }
  }

  /** Nothing landed. Either another commit came first, or somebody removed the guard by hand, or the request is wrong. */
  private afterRefusal(
    view: WorkbookView,
    changes: readonly Change[],
    next: LedgerHead,
    hasGuard: boolean,
    message: string,
  ): CommitOutcome {
    const guards = this.live.spreadsheet.getNamedRanges().map((range) => range.getName());
    if (guards.includes(guardName(next.revision))) return { outcome: 'stale', error: message };
    if (hasGuard && !guards.some((name) => name.startsWith(GUARD))) {
      return this.send(view, changes, next, false);
    }
    return {
      outcome: hasGuard && !guards.includes(guardName(next.revision - 1)) ? 'stale' : 'refused',
      error: message,
    };
  }

  /** The one look after a call that failed without a clear answer; by the same service that wrote (platform-facts 4). */
  private hasLanded(view: WorkbookView, next: LedgerHead): boolean {
    try {
      const column = view.places.ledger?.layout.columns.get('Head') ?? 0;
      const { values = [] } = sheetsApi().Values.get(this.live.id, `'Ledger'!${columnLetters(column)}2`);
      return parseHead((values[0] as string[] | undefined)?.[0])?.token === next.token;
    } catch {
      return false;
    }
  }
}

const guardRequests = (view: WorkbookView, next: LedgerHead, hasGuard: boolean): SheetsRequest[] => {
  const sheetId = view.places.ledger?.sheetId;
  const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  const name = guardName(next.revision);
  return [
    ...(hasGuard ? [{ deleteNamedRange: { namedRangeId: guardName(next.revision - 1) } }] : []),
    { addNamedRange: { namedRange: { namedRangeId: name, name, range } } },
  ];
};

/** The head moves to the newest Ledger row, row 2: it is taken from where the rows of this commit have pushed it. */
const withHead = (changes: readonly Change[], head: LedgerHead): readonly Change[] => {
  const added = changes.filter((change) => change.tab === 'ledger' && change.change === 'insert').length;
  const at = (row: number, text: string): Change => ({ change: 'update', tab: 'ledger', at: row, row: { Head: text } });
  return [...changes, ...(added > 0 && head.revision > 1 ? [at(2 + added, '')] : []), at(2, headText(head))];
};

/** Asks for the Order ID column in the answer of the same call: a sort that slipped in between shows there. */
const readBack = (view: WorkbookView): object => {
  const letters = columnLetters(view.places.orders?.layout.columns.get('Order ID') ?? 0);
  return {
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
    responseRanges: [`'Orders'!${letters}2:${letters}`],
  };
};

const idsIn = (response: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse): string[] | null => {
  const rows = response.updatedSpreadsheet?.sheets?.[0]?.data?.[0]?.rowData;
  return rows ? rows.map((row) => row.values?.[0]?.formattedValue ?? '') : null;
};
