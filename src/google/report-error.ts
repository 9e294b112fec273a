import { activityRow } from '../workbook/activity-row';
import { serialOf } from '../workbook/date-serial';
import { type Cell, layoutOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import { appendRow } from './append-row';
import { LIVE_SPREADSHEET } from './live-spreadsheet';
import { ScriptProperties } from './script-services';

/** Rows that unforeseen errors may add to the Activity tab within an hour: what a stranger can cause is bounded. */
const MOST_AN_HOUR = 30;
const HOUR = 3_600;

/**
 * Writes an unforeseen error to the execution log and, best effort, to the Activity tab: its text stays inside,
 * answers carry the reference only. Never throws.
 * @param what what was being done, such as `doPost`.
 */
export const reportError = (error: unknown, what: string): string => {
  const reference = newReference();
  try {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`${what} ${reference}: ${error instanceof Error ? (error.stack ?? message) : message}`);
    noteInActivity(`${what} failed (INTERNAL ${reference}): ${message}`.slice(0, 1_000));
  } catch {
    // What keeps the note from being written is likely what was to be noted.
  }
  return reference;
};

const newReference = (): string => {
  try {
    return Utilities.getUuid().slice(0, 8);
  } catch {
    return 'unknown';
  }
};

const isOverLimit = (): boolean => {
  const cache = CacheService.getScriptCache();
  const key = `errors:${Math.floor(Date.now() / (HOUR * 1_000))}`;
  const count = Number(cache.get(key)) || 0;
  if (count < MOST_AN_HOUR) cache.put(key, String(count + 1), HOUR);
  return count >= MOST_AN_HOUR;
};

const noteInActivity = (detail: string): void => {
  const properties = new ScriptProperties(true);
  const id = properties.all()[LIVE_SPREADSHEET];
  properties.keepCopy();
  if (!id || isOverLimit()) return;
  const spreadsheet = SpreadsheetApp.openById(id);
  const sheet = spreadsheet.getSheetByName(TABS.activity.name);
  if (!sheet) return;
  const [headers = []] = sheet.getRange('1:1').getValues();
  const when = Utilities.formatDate(new Date(), spreadsheet.getSpreadsheetTimeZone(), "yyyy-MM-dd'T'HH:mm:ss");
  const row = activityRow({ when: serialOf(when), event: 'error', by: 'program', detail });
  appendRow(sheet, layoutOf('activity', headers as Cell[]), row);
};
