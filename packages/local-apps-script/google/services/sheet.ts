import { changes, type Json, looks, type OperationContext, type Operations } from '../operations';
import { ServiceError } from '../service-error';
import { type A1Reference, type Area, closeReference, columnLetters, parseA1 } from '../workbook/a1';
import type { CellValue } from '../workbook/cell';
import { writeGrid } from '../workbook/cell-writer';
import { colorFromText, colorToHex } from '../workbook/color';
import { sortArea } from '../workbook/order';
import { requireEditable, requireTabEditable } from '../workbook/protection';
import type { Tab } from '../workbook/tab';
import type { ConditionalRule, TabMeta } from '../workbook/tab-meta';
import type { Workbook } from '../workbook/workbook';
import { type Clearing, clearPlace } from './range-actions';
import {
  nextRow,
  openFile,
  openToRead,
  personOf,
  type RangeRef,
  refOf,
  request,
  requireRange,
  type SheetRef,
  tabIn,
  writingOf,
} from './spreadsheet-files';

const tabToRead = (context: OperationContext, ref: SheetRef): Tab => tabIn(openToRead(context, ref.file), ref.sheet);

const whole = ({ meta }: Tab): Area => ({ top: 0, left: 0, bottom: meta.rowCount, right: meta.columnCount });

const meta = (read: (meta: TabMeta, tab: Tab, workbook: Workbook) => unknown) =>
  looks('navigation', (context, ref: SheetRef) => {
    const workbook = openToRead(context, ref.file);
    const tab = tabIn(workbook, ref.sheet);
    return read(tab.meta, tab, workbook) as Json;
  });

const reads = (read: (tab: Tab) => Json) => looks('read', (context, ref: SheetRef) => read(tabToRead(context, ref)));

/** Changes the tab's properties by an API request. */
const properties = (fields: string, make: (value: Json) => object) =>
  changes('write', (context, ref: SheetRef, value: Json) => {
    request(context, ref.file, 'updateSheetProperties', { properties: { sheetId: ref.sheet, ...make(value) }, fields });
    return null;
  });

const clears = (what: Clearing) =>
  changes('write', (context, ref: SheetRef) => {
    const workbook = openFile(context, ref.file);
    const tab = tabIn(workbook, ref.sheet);
    requireEditable(workbook, tab, whole(tab), context.actor.effectiveUser);
    clearPlace({ workbook, tab, area: whole(tab) }, what);
    return null;
  });

/** Writes below the last row with content and grows the tab when it is full (docs/google.md G64). */
const appendRow = (context: OperationContext, ref: SheetRef, values: CellValue[], dates: number[]): null => {
  const workbook = openFile(context, ref.file);
  const tab = tabIn(workbook, ref.sheet);
  workbook.atomic(() => {
    const top = nextRow(context, workbook, tab);
    if (top === tab.meta.rowCount) tab.insertRows(top, 1);
    if (values.length > tab.meta.columnCount)
      tab.insertColumns(tab.meta.columnCount, values.length - tab.meta.columnCount);
    const area = { top, left: 0, bottom: top + 1, right: values.length };
    writeGrid(workbook, tab, area, { values: [values], dates: dates.map((column) => [0, column]) }, writingOf(context));
  });
  return null;
};

/** A range by A1 text; a named range or another tab may be named. @throws ServiceError `Range not found`. */
export const rangeByText = (workbook: Workbook, text: string, home: Tab | undefined): RangeRef => {
  const named = workbook.meta.namedRanges.find(({ name }) => name === text);
  const namedTab = named && workbook.tab(named.range.sheetId);
  if (named && namedTab) {
    const { startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right } = named.range;
    const open = { ...(top === undefined ? {} : { top }), ...(bottom === undefined ? {} : { bottom }) };
    const sides = { ...open, ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }) };
    return refOf(workbook, namedTab, closeReference(sides, namedTab.meta.rowCount, namedTab.meta.columnCount));
  }
  const reference = parseA1(text);
  const tab = reference?.sheet === undefined ? home : workbook.tabNamed(reference.sheet);
  if (!reference || !tab) throw new ServiceError('Range not found');
  const { top, left, bottom, right } = closeReference(reference, tab.meta.rowCount, tab.meta.columnCount);
  const range = { row: top + 1, column: left + 1, rows: bottom - top, columns: right - left };
  const ref = refOf(workbook, tab, requireRange(tab, range));
  const open = openText(reference);
  return open === null ? ref : { ...ref, open };
};

/** `D:F` of whole columns, `2:3` of whole rows; null of anything else. */
const openText = ({ top, left, bottom, right }: A1Reference): string | null => {
  if (top === undefined && left !== undefined && right !== undefined)
    return `${columnLetters(left + 1)}:${columnLetters(right)}`;
  return left === undefined && top !== undefined && bottom !== undefined ? `${top + 1}:${bottom}` : null;
};

const select = (context: OperationContext, file: string, sheet: number, areas: readonly Area[]): null => {
  openFile(context, file).selections.set(personOf(context), { sheet, areas });
  return null;
};

/** `Sheet`: each argument list starts with the tab. Positions are 1-based. */
export const sheet: Operations = {
  'Sheet.getRange': looks('navigation', (context, ref: SheetRef, range: string | Omit<RangeRef, keyof SheetRef>) => {
    const workbook = openToRead(context, ref.file);
    const tab = tabIn(workbook, ref.sheet);
    const found =
      typeof range === 'string' ? rangeByText(workbook, range, tab) : refOf(workbook, tab, requireRange(tab, range));
    return found as unknown as Json;
  }),
  'Sheet.getDataRange': looks('navigation', (context, ref: SheetRef) => {
    const workbook = openToRead(context, ref.file);
    const tab = tabIn(workbook, ref.sheet);
    const bottom = Math.max(1, tab.lastRow());
    return refOf(workbook, tab, { top: 0, left: 0, bottom, right: Math.max(1, tab.lastColumn()) }) as unknown as Json;
  }),
  'Sheet.getName': meta(({ name }) => name),
  'Sheet.getIndex': meta((_, tab, workbook) => workbook.tabs.indexOf(tab) + 1),
  'Sheet.isSheetHidden': meta(({ hidden }) => hidden),
  'Sheet.getFrozenRows': meta(({ frozenRows }) => frozenRows),
  'Sheet.getFrozenColumns': meta(({ frozenColumns }) => frozenColumns),
  'Sheet.getMaxRows': meta(({ rowCount }) => rowCount),
  'Sheet.getMaxColumns': meta(({ columnCount }) => columnCount),
  'Sheet.getTabColor': meta(({ tabColor }) => (tabColor ? colorToHex(tabColor) : '')),
  'Sheet.hasHiddenGridlines': meta(({ hideGridlines }) => hideGridlines ?? false),
  'Sheet.getFilter': meta(({ filter }, tab, workbook) =>
    filter
      ? refOf(workbook, tab, {
          top: filter.range.startRowIndex ?? 0,
          left: filter.range.startColumnIndex ?? 0,
          bottom: filter.range.endRowIndex ?? tab.meta.rowCount,
          right: filter.range.endColumnIndex ?? tab.meta.columnCount,
        })
      : null,
  ),
  'Filter.getColumnFilterCriteria': looks(
    'read',
    (context, ref: SheetRef, column: number) =>
      (tabToRead(context, ref).meta.filter?.criteria?.[String(column)] ?? null) as unknown as Json,
  ),
  'Sheet.getLastRow': reads((tab) => tab.lastRow()),
  'Sheet.getLastColumn': reads((tab) => tab.lastColumn()),
  'Sheet.getColumnWidth': looks(
    'read',
    (context, ref: SheetRef, column: number) => tabToRead(context, ref).meta.columns[column - 1]?.width ?? 100,
  ),
  'Sheet.getRowHeight': looks(
    'read',
    (context, ref: SheetRef, row: number) => tabToRead(context, ref).rows[row - 1]?.height ?? 21,
  ),
  'Sheet.isRowHiddenByUser': looks(
    'read',
    (context, ref: SheetRef, row: number) => tabToRead(context, ref).rows[row - 1]?.hidden ?? false,
  ),
  'Sheet.isRowHiddenByFilter': looks(
    'read',
    (context, ref: SheetRef, row: number) => tabToRead(context, ref).rows[row - 1]?.filtered ?? false,
  ),
  'Sheet.isColumnHiddenByUser': looks(
    'read',
    (context, ref: SheetRef, column: number) => tabToRead(context, ref).meta.columns[column - 1]?.hidden ?? false,
  ),
  'Sheet.setName': properties('title', (value) => ({ title: value })),
  'Sheet.hideSheet': properties('hidden', () => ({ hidden: true })),
  'Sheet.showSheet': properties('hidden', () => ({ hidden: false })),
  'Sheet.setFrozenRows': properties('gridProperties.frozenRowCount', (value) => ({
    gridProperties: { frozenRowCount: value },
  })),
  'Sheet.setFrozenColumns': properties('gridProperties.frozenColumnCount', (value) => ({
    gridProperties: { frozenColumnCount: value },
  })),
  'Sheet.setHiddenGridlines': properties('gridProperties.hideGridlines', (value) => ({
    gridProperties: { hideGridlines: value },
  })),
  'Sheet.setTabColor': properties('tabColor', (value) => ({ tabColor: colorFromText(value as string | null) })),
  'Sheet.appendRow': changes('write', appendRow),
  'Sheet.autoResizeColumns': looks('write', (context, ref: SheetRef) => {
    tabToRead(context, ref);
    return null;
  }),
  'Sheet.clear': changes('write', (context, ref: SheetRef, what: Clearing | null) =>
    clears(what ?? { contents: true, formats: true }).run(context, ref),
  ),
  'Sheet.clearContents': clears({ contents: true }),
  'Sheet.clearFormats': clears({ formats: true }),
  'Sheet.clearNotes': clears({ notes: true }),
  'Sheet.sort': changes('write', (context, ref: SheetRef, column: number, ascending: boolean) => {
    const workbook = openFile(context, ref.file);
    const tab = tabIn(workbook, ref.sheet);
    const area = { ...whole(tab), top: tab.meta.frozenRows, bottom: Math.max(tab.meta.frozenRows, tab.lastRow()) };
    requireEditable(workbook, tab, area, context.actor.effectiveUser);
    workbook.atomic(() => sortArea(tab, area, [{ column: column - 1, ascending }]));
    return null;
  }),
  'Sheet.getConditionalFormatRules': looks(
    'read',
    (context, ref: SheetRef) => tabToRead(context, ref).meta.conditionalRules as unknown as Json,
  ),
  'Sheet.setConditionalFormatRules': changes('write', (context, ref: SheetRef, rules: ConditionalRule[]) => {
    const workbook = openFile(context, ref.file);
    const tab = tabIn(workbook, ref.sheet);
    requireTabEditable(workbook, tab, context.actor.effectiveUser);
    tab.configure({ conditionalRules: rules });
    return null;
  }),
  'Sheet.copyTo': changes('write', (context, ref: SheetRef, target: string) => {
    const source = tabIn(openFile(context, ref.file), ref.sheet);
    const workbook = openFile(context, target);
    let name = `Copy of ${source.name}`;
    for (let number = 2; workbook.tabNamed(name); number++) name = `Copy of ${source.name} ${number}`;
    return workbook.atomic(() => workbook.duplicateTab(source, name)).id;
  }),
  'Sheet.activate': changes('navigation', (context, ref: SheetRef) =>
    select(context, ref.file, ref.sheet, [{ top: 0, left: 0, bottom: 1, right: 1 }]),
  ),
  'Range.activate': changes('navigation', (context, ref: RangeRef) => {
    const workbook = openFile(context, ref.file);
    return select(context, ref.file, ref.sheet, [requireRange(tabIn(workbook, ref.sheet), ref)]);
  }),
  'RangeList.activate': changes('navigation', (context, refs: RangeRef[]) => {
    const [first] = refs;
    if (!first) return null;
    const tab = tabIn(openFile(context, first.file), first.sheet);
    return select(
      context,
      first.file,
      first.sheet,
      refs.map((ref) => requireRange(tab, ref)),
    );
  }),
};
