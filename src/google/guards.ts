import type { SheetsRequest } from '../workbook/requests';
import type { WorkbookView } from '../workbook/view';

/** What `batchUpdate` takes. */
export type Batch = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;

const GUARD = 'cps_revision_';

/**
 * The name of the guard of a revision, and the id that it is given. Revisions are moments (epoch milliseconds, or one more
 * than the last), so that none comes again when the Ledger's head is lost: the name of a guard whose cell was deleted stays
 * taken, though nobody sees it any more (docs/google.md G84).
 */
export const guardName = (revision: number): string => `${GUARD}${revision}`;

/** The first commit of a sheet makes this one: two of them cannot both land. */
export const FIRST_REVISION = 1;

/** A named range that stands for a revision. Its id is its name, unless Google has given it one of its own (G83). */
export interface Guard {
  readonly revision: number;
  readonly id: string;
}

/** The fields of a spreadsheet that {@link guardsOf} looks at. */
export const GUARD_FIELDS = 'namedRanges(namedRangeId,name)';

/** Every guard of a spreadsheet that Google still lists. */
export const guardsOf = ({ namedRanges = [] }: GoogleAppsScript.Sheets.Schema.Spreadsheet): readonly Guard[] =>
  namedRanges.flatMap(({ namedRangeId = '', name = '' }) => {
    const revision = name.startsWith(GUARD) ? Number(name.slice(GUARD.length)) : Number.NaN;
    return Number.isSafeInteger(revision) ? [{ revision, id: namedRangeId }] : [];
  });

/** Takes a guard away. */
export const withoutGuard = ({ id }: Guard): SheetsRequest => ({ deleteNamedRange: { namedRangeId: id } });

/** Puts up the guard of a revision. */
export const withGuard = ({ places }: Pick<WorkbookView, 'places'>, revision: number): SheetsRequest => {
  const sheetId = places.ledger?.sheetId;
  const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  const name = guardName(revision);
  return { addNamedRange: { namedRange: { namedRangeId: name, name, range } } };
};
