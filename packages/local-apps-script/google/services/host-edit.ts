import { changes, type Json, looks, type OperationContext, type Operations } from '../operations';
import type { Area } from '../workbook/a1';
import type { CellValue } from '../workbook/cell';
import { writeGrid } from '../workbook/cell-writer';
import { displayValue } from '../workbook/display';
import { type PersonalUndo, putBack, stripsOf } from '../workbook/personal-undo';
import { requireEditable } from '../workbook/protection';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';
import { areaAtHand, changeEvent, type HandEvent, tabAtHand } from './host-sheet-events';
import { sheetView, valuesShown } from './host-sheet-view';
import { openFile, personOf, refOf, writingOf } from './spreadsheet-files';

/** The cell's value as an event carries it: a text, a date as its serial number; nothing for a blank. */
const eventValue = (tab: Tab, row: number, column: number): string | undefined => {
  const value = tab.value(row, column);
  if (value === null) return undefined;
  return typeof value === 'boolean' ? displayValue(value, undefined) : String(value);
};

/** The edit event of an area; a single typed cell carries what was typed and what was there (docs/google.md G41). */
const editEvents = (
  context: OperationContext,
  place: { workbook: Workbook; tab: Tab; area: Area },
  typed: boolean,
  oldValue: string | undefined,
): HandEvent[] => {
  const { workbook, tab, area } = place;
  const value = typed ? eventValue(tab, area.top, area.left) : undefined;
  const fields: Record<string, Json> = { rangeRef: refOf(workbook, tab, area) as unknown as Json };
  if (value !== undefined) fields.value = value;
  const tellsOld = typed && (value !== undefined || context.world.switches.clearTellsOldValue);
  if (tellsOld && oldValue !== undefined) fields.oldValue = oldValue;
  return [
    { type: 'edit', file: workbook.id, user: personOf(context), fields },
    changeEvent(context, workbook.id, 'EDIT'),
  ];
};

const asTyped = (value: Json): CellValue => {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : JSON.stringify(value);
};

/** The whole grid for an area: as given, one value for all, or pasted from the corner on. */
const fitted = (
  range: string,
  area: Area,
  values: readonly (readonly Json[])[],
): { area: Area; values: CellValue[][] } => {
  const width = values[0]?.length ?? 0;
  if (!Array.isArray(values) || width === 0 || values.some((line) => !Array.isArray(line) || line.length !== width)) {
    throw new RangeError('values must be rows of the same length, such as [["paid"]]');
  }
  const rows = area.bottom - area.top;
  const columns = area.right - area.left;
  const typed = values.map((line) => line.map(asTyped));
  if (values.length === rows && width === columns) return { area, values: typed };
  if (rows === 1 && columns === 1) {
    return { area: { ...area, bottom: area.top + values.length, right: area.left + width }, values: typed };
  }
  if (values.length === 1 && width === 1) {
    const value = typed[0]?.[0] ?? '';
    return { area, values: Array.from({ length: rows }, () => new Array<CellValue>(columns).fill(value)) };
  }
  throw new RangeError(
    `values must have ${rows} rows of ${columns} for range ${range}, not ${values.length} of ${width}`,
  );
};

/** A paste over the edge makes the tab larger, as it does in the browser. */
const grow = (tab: Tab, area: Area): void => {
  if (area.bottom > tab.rowCount) tab.insertRows(tab.rowCount, area.bottom - tab.rowCount);
  if (area.right > tab.columnCount) tab.insertColumns(tab.columnCount, area.right - tab.columnCount);
};

/** Adds a step to what Ctrl+Z takes back. */
export const remember = (context: OperationContext, workbook: Workbook, step: PersonalUndo): void => {
  const user = personOf(context);
  workbook.setUndo(user, [...workbook.undoOf(user), step]);
};

const edit = (
  context: OperationContext,
  file: string,
  sheet: string,
  range: string,
  values: readonly (readonly Json[])[],
  options: { pasted?: boolean } | null,
): HandEvent[] => {
  const { workbook, tab } = tabAtHand(context, file, sheet);
  const target = fitted(range, areaAtHand(tab, range), values);
  const { area } = target;
  const typed = area.bottom - area.top === 1 && area.right - area.left === 1 && options?.pasted !== true;
  const oldValue = eventValue(tab, area.top, area.left);
  workbook.atomic(() => {
    grow(tab, area);
    const strips = stripsOf(tab, area);
    writeGrid(workbook, tab, area, { values: target.values }, writingOf(context));
    remember(context, workbook, { kind: 'cells', sheet: tab.id, strips });
  });
  workbook.selections.set(personOf(context), { sheet: tab.id, areas: [area] });
  return editEvents(context, { workbook, tab, area }, typed, oldValue);
};

const undoCells = (
  context: OperationContext,
  workbook: Workbook,
  tab: Tab,
  step: PersonalUndo & { kind: 'cells' },
): HandEvent[] => {
  const rows = step.strips.map(({ row }) => row);
  const lefts = step.strips.map(({ left }) => left);
  const rights = step.strips.map(({ left, values }) => left + values.length);
  let area: Area = { top: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY, bottom: 0, right: 0 };
  for (const [index, row] of rows.entries()) {
    area = {
      top: Math.min(area.top, row),
      left: Math.min(area.left, lefts[index] ?? 0),
      bottom: Math.max(area.bottom, row + 1),
      right: Math.max(area.right, rights[index] ?? 0),
    };
  }
  requireEditable(workbook, tab, area, context.actor.effectiveUser);
  const single = area.bottom - area.top === 1 && area.right - area.left === 1;
  const oldValue = eventValue(tab, area.top, area.left);
  putBack(tab, step.strips);
  if (!context.world.switches.undoFiresEdit) return [changeEvent(context, workbook.id, 'OTHER')];
  return editEvents(context, { workbook, tab, area }, single, oldValue);
};

const undo = (context: OperationContext, file: string): HandEvent[] => {
  const workbook = openFile(context, file);
  const user = personOf(context);
  const steps = workbook.undoOf(user);
  const step = steps[steps.length - 1];
  if (!step) return [];
  return workbook.atomic(() => {
    workbook.setUndo(user, steps.slice(0, -1));
    const tab = workbook.tab(step.sheet);
    if (!tab) return [];
    if (step.kind === 'cells') return undoCells(context, workbook, tab, step);
    const count = step.kind === 'inserted rows' ? step.count : step.strips.length;
    requireEditable(workbook, tab, { top: step.row, left: 0, bottom: step.row + count, right: tab.columnCount }, user);
    if (step.kind === 'inserted rows') {
      tab.deleteRows(step.row, count);
      return [changeEvent(context, file, 'REMOVE_ROW')];
    }
    tab.insertRows(step.row, count);
    putBack(
      tab,
      step.strips.map((strip, index) => ({ ...strip, row: step.row + index })),
    );
    return [changeEvent(context, file, 'INSERT_ROW')];
  });
};

/** What people do with cells at the keyboard. Each gives the events that come of it; arguments start with the file. */
export const hostEdit: Operations = {
  'Host.edit': changes(
    'other',
    (context, file: string, sheet: string, range: string, values: Json[][], options: { pasted?: boolean } | null) =>
      edit(context, file, sheet, range, values, options) as unknown as Json,
  ),
  'Host.undo': changes('other', (context, file: string) => undo(context, file) as unknown as Json),
  'Host.select': changes('other', (context, file: string, sheet: string, range: string) => {
    const { workbook, tab } = tabAtHand(context, file, sheet);
    const areas = String(range)
      .split(',')
      .map((text) => areaAtHand(tab, text));
    const clipped = areas.map((area) => ({
      ...area,
      bottom: Math.min(area.bottom, tab.rowCount),
      right: Math.min(area.right, tab.columnCount),
    }));
    workbook.selections.set(personOf(context), { sheet: tab.id, areas: clipped });
    return null;
  }),
  'Host.sheet': looks('other', (context, file: string, sheet: string, from: number, rows: number) => {
    const { workbook, tab } = tabAtHand(context, file, sheet);
    return sheetView(workbook, tab, from, rows) as Json;
  }),
  'Host.values': looks('other', (context, file: string, sheet: string) => {
    const { workbook, tab } = tabAtHand(context, file, sheet);
    return valuesShown(workbook, tab);
  }),
  'Host.copyFile': changes('other', (context, file: string, name: string | null) => {
    const workbook = openFile(context, file);
    return context.world.workbooks.copy(workbook, name ?? `Copy of ${workbook.meta.name}`, context.actor.effectiveUser)
      .id;
  }),
};
