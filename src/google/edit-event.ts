import type { SheetEdit } from '../core/keyboard-ports';

/** What an installable edit trigger is handed; a stranger's forged event may carry any plain fields. */
export interface EditEvent {
  readonly range?: Partial<
    Pick<GoogleAppsScript.Spreadsheet.Range, 'getSheet' | 'getRow' | 'getLastRow' | 'getColumn' | 'getLastColumn'>
  >;
  readonly value?: unknown;
  readonly oldValue?: unknown;
  readonly user?: { readonly getEmail?: () => string };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads an edit event; null for anything that no edit of a sheet could have sent. */
export const readEditEvent = (event: EditEvent | undefined): SheetEdit | null => {
  const range = event?.range;
  if (typeof range?.getSheet !== 'function' || typeof range.getRow !== 'function') return null;
  const cells = range as GoogleAppsScript.Spreadsheet.Range;
  return {
    sheetName: cells.getSheet().getName(),
    rowStart: cells.getRow(),
    rowEnd: cells.getLastRow(),
    columnStart: cells.getColumn(),
    columnEnd: cells.getLastColumn(),
    oldValue: text(event?.oldValue),
    value: text(event?.value),
    by: (typeof event?.user?.getEmail === 'function' ? event.user.getEmail() : '') || 'staff',
  };
};
