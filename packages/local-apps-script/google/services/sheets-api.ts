import { changes, type Json, looks, type OperationContext, type Operations } from '../operations';
import type { Area } from '../workbook/a1';
import { apiError, asApiCall, RequestError } from '../workbook/api/api-error';
import type { Body } from '../workbook/api/batch-context';
import { batchUpdate } from '../workbook/api/batch-update';
import { type MaskTree, parseMask, selectMasked } from '../workbook/api/field-mask';
import { resolveRange, spreadsheetResource } from '../workbook/api/resource';
import { fullName, type ValueOptions, valueRange, writeValues } from '../workbook/api/values';
import type { CellValue } from '../workbook/cell';
import { dataRegion } from '../workbook/data-region';
import type { Tab } from '../workbook/tab';
import { Workbook } from '../workbook/workbook';
import { writingOf } from './spreadsheet-files';

interface Options extends ValueOptions {
  readonly fields?: string;
  readonly ranges?: string | readonly string[];
  readonly includeGridData?: boolean;
  readonly valueInputOption?: string;
  readonly insertDataOption?: string;
}

const open = ({ world, actor }: OperationContext, file: unknown): Workbook => {
  const workbook = world.workbooks.get(String(file));
  if (!workbook) throw new RequestError('Requested entity was not found.', 404);
  const { owner, editors } = workbook.meta;
  if (actor.effectiveUser !== owner && !editors.includes(actor.effectiveUser)) {
    throw new RequestError('The caller does not have permission', 403, 'forbidden');
  }
  return workbook;
};

const OFF =
  'Google Sheets API has not been used in project 123456 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=123456 then retry.';

/** @throws RequestError when the service is switched off (docs/google.md G89), before anything is counted. */
const count = ({ world, actor, now, replaying }: OperationContext, kind: 'Read' | 'Write'): void => {
  if (world.switches.serviceOff && !replaying) throw new RequestError(OFF, 403, 'accessNotConfigured');
  if (world.switches.apiQuota && !replaying) world.workbooks.quota.count(kind, actor.effectiveUser, now);
};

/** What a mask names; without one, everything. */
const maskOf = (fields: string | undefined): MaskTree => (fields === undefined ? {} : parseMask(fields));

const withFields = (answer: unknown, fields: string | undefined): Json =>
  (fields === undefined ? answer : selectMasked(answer, parseMask(fields))) as Json;

/** Keeps what this execution saw before its first API write, when the switch says that it sees that write late. */
const keepEarlier = ({ world, actor }: OperationContext, workbook: Workbook): void => {
  if (!world.switches.apiWritesSeenLate) return;
  const key = `${actor.execution} ${workbook.id}`;
  if (!world.workbooks.earlier.has(key)) world.workbooks.earlier.set(key, Workbook.restore(workbook.toJSON()));
};

const reads = (method: string, read: (context: OperationContext, workbook: Workbook, ...args: Body[]) => unknown) =>
  looks('read', (context, file: string, ...args: Body[]) =>
    asApiCall(method, () => {
      count(context, 'Read');
      const workbook = open(context, file);
      const seen = context.world.workbooks.unflushed.get(`${context.actor.execution} ${workbook.id}`) ?? workbook;
      return read(context, seen, ...args) as Json;
    }),
  );

const writes = (method: string, write: (context: OperationContext, workbook: Workbook, ...args: Body[]) => unknown) =>
  changes('commit', (context, file: string, ...args: Body[]) =>
    asApiCall(method, () => {
      count(context, 'Write');
      const workbook = open(context, file);
      keepEarlier(context, workbook);
      return workbook.atomic(() => write(context, workbook, ...args)) as Json;
    }),
  );

const rangesOf = (ranges: Options['ranges']): readonly string[] =>
  ranges === undefined || ranges === null ? [] : typeof ranges === 'string' ? [ranges] : ranges;

const put = (context: OperationContext, workbook: Workbook, range: string, values: CellValue[][], input: unknown) => {
  const place = resolveRange(workbook, range);
  const area = writeValues(workbook, place, values, input, writingOf(context));
  return {
    spreadsheetId: workbook.id,
    updatedRange: fullName({ tab: place.tab, area }),
    updatedRows: area.bottom - area.top,
    updatedColumns: area.right - area.left,
    updatedCells: values.flat().filter((value) => value !== null).length,
  };
};

/** The last table that begins in an area: the block of cells around its last cell that holds anything; null without one. */
const tableIn = (tab: Tab, { top, left, bottom, right }: Area): Area | null => {
  for (let row = Math.min(bottom, tab.rows.length) - 1; row >= top; row--) {
    for (let column = Math.min(right, tab.meta.columnCount) - 1; column >= left; column--) {
      if (tab.value(row, column) !== null)
        return dataRegion(tab, { top: row, left: column, bottom: row + 1, right: column + 1 });
    }
  }
  return null;
};

const append = (context: OperationContext, workbook: Workbook, body: Body, range: string, options: Options | null) => {
  const { tab, area } = resolveRange(workbook, range);
  const rows: CellValue[][] = body?.values ?? [];
  const table = tableIn(tab, area);
  const top = table?.bottom ?? area.top;
  if (options?.insertDataOption === 'INSERT_ROWS' && top < tab.meta.rowCount) tab.insertRows(top, rows.length);
  const missing = top + rows.length - tab.meta.rowCount;
  if (missing > 0) tab.insertRows(tab.meta.rowCount, missing);
  const target = { top, left: table?.left ?? area.left, bottom: top + rows.length, right: tab.meta.columnCount };
  const updates = put(context, workbook, fullName({ tab, area: target }), rows, options?.valueInputOption);
  return { spreadsheetId: workbook.id, ...(table && { tableRange: fullName({ tab, area: table }) }), updates };
};

/** The Sheets advanced service; each argument list starts with the file id. */
export const sheetsApi: Operations = {
  'Sheets.Spreadsheets.batchUpdate': writes('spreadsheets.batchUpdate', (context, workbook, resource) =>
    batchUpdate(workbook, resource, writingOf(context), {}, true),
  ),
  'Sheets.Spreadsheets.get': reads('spreadsheets.get', ({ actor }, workbook, options: Options | null) => {
    const grid = options?.includeGridData ?? /\bdata\b/.test(options?.fields ?? '');
    const rows = /\browMetadata\b/.test(options?.fields ?? '');
    const answer = spreadsheetResource(workbook, actor.effectiveUser, {
      ranges: rangesOf(options?.ranges),
      grid,
      rows,
      mask: maskOf(options?.fields),
    });
    return withFields(answer, options?.fields);
  }),
  'Sheets.Spreadsheets.Values.get': reads(
    'spreadsheets.values.get',
    (_, workbook, range: string, options: Options | null) =>
      withFields(valueRange(workbook, range, options ?? {}), options?.fields),
  ),
  'Sheets.Spreadsheets.Values.batchGet': reads(
    'spreadsheets.values.batchGet',
    (_, workbook, options: Options | null) => {
      const valueRanges = rangesOf(options?.ranges).map((range) => valueRange(workbook, range, options ?? {}));
      return withFields(
        { spreadsheetId: workbook.id, ...(valueRanges.length > 0 ? { valueRanges } : {}) },
        options?.fields,
      );
    },
  ),
  'Sheets.Spreadsheets.Values.update': writes(
    'spreadsheets.values.update',
    (context, workbook, body, range: string, options: Options | null) =>
      put(context, workbook, range, body?.values ?? [], options?.valueInputOption),
  ),
  'Sheets.Spreadsheets.Values.batchUpdate': writes('spreadsheets.values.batchUpdate', (context, workbook, body) => {
    const responses = (body?.data ?? []).map((one: Body) =>
      put(context, workbook, one.range, one.values ?? [], body.valueInputOption),
    );
    const total = (part: 'updatedRows' | 'updatedColumns' | 'updatedCells'): number =>
      responses.reduce((sum: number, one: ReturnType<typeof put>) => sum + one[part], 0);
    return {
      spreadsheetId: workbook.id,
      totalUpdatedRows: total('updatedRows'),
      totalUpdatedColumns: total('updatedColumns'),
      totalUpdatedCells: total('updatedCells'),
      totalUpdatedSheets: new Set(
        responses.map(({ updatedRange }: ReturnType<typeof put>) => updatedRange.split('!')[0]),
      ).size,
      responses,
    };
  }),
  'Sheets.Spreadsheets.Values.append': writes('spreadsheets.values.append', append),
  'Sheets.Spreadsheets.Values.clear': writes('spreadsheets.values.clear', (_context, workbook, range: string) => {
    const { tab, area } = resolveRange(workbook, range);
    for (let row = area.top; row < Math.min(area.bottom, tab.rows.length); row++) {
      for (let column = area.left; column < area.right; column++) tab.setValue(row, column, null);
    }
    return { spreadsheetId: workbook.id, clearedRange: fullName({ tab, area }) };
  }),
  'Sheets.Spreadsheets.create': changes('commit', (context, resource: Body) =>
    asApiCall('spreadsheets.create', () => {
      count(context, 'Write');
      const { world, actor } = context;
      const { title = 'Untitled spreadsheet', timeZone, locale } = resource?.properties ?? {};
      if (resource?.sheets)
        throw apiError('spreadsheets.create', 'not available in the local Apps Script: sheets in create');
      const more = { ...(timeZone ? { timeZone } : {}), ...(locale ? { locale } : {}) };
      const workbook = world.workbooks.create({ name: title, owner: actor.effectiveUser, ...more });
      return spreadsheetResource(workbook, actor.effectiveUser, {}) as Json;
    }),
  ),
};
