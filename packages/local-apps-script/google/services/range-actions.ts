import { changes, type Json, looks, type OperationContext, type Operations } from '../operations';
import { ServiceError } from '../service-error';
import type { Area } from '../workbook/a1';
import { type Extra, type ExtraParts, type ValidationRule, withParts } from '../workbook/cell';
import { dataRegion } from '../workbook/data-region';
import { applyFilter } from '../workbook/filter';
import { rangeOf } from '../workbook/grid-range';
import { type Direction, nextDataCell } from '../workbook/next-data-cell';
import { type SortKey, sortArea } from '../workbook/order';
import { requireEditable, requireUntyped } from '../workbook/protection';
import type { FilterCriteria } from '../workbook/tab-meta';
import { requireSize } from './range-values';
import {
  openFile,
  openToRead,
  type Place,
  placeOf,
  type RangeRef,
  refOf,
  type SheetRef,
  tabIn,
} from './spreadsheet-files';

/** What a clearing takes away. */
export interface Clearing {
  readonly contents?: boolean;
  readonly formats?: boolean;
  readonly notes?: boolean;
  readonly validations?: boolean;
  /** Only rows that no filter hides. */
  readonly skipFilteredRows?: boolean;
}

/** The place to change, with the right to change it. */
export const editable = (context: OperationContext, ref: RangeRef): Place => {
  const place = placeOf(openFile(context, ref.file), ref);
  requireEditable(place.workbook, place.tab, place.area, context.actor.effectiveUser);
  return place;
};

/** Clears parts of the cells of a place. */
export const clearPlace = ({ workbook, tab, area }: Place, what: Clearing): void => {
  const parts: { -readonly [Key in keyof ExtraParts]: ExtraParts[Key] } = {};
  if (what.contents) parts.formula = undefined;
  if (what.formats) parts.format = undefined;
  if (what.notes) parts.note = undefined;
  if (what.validations) parts.validation = undefined;
  workbook.atomic(() => {
    for (let row = area.top; row < Math.min(area.bottom, tab.rows.length); row++) {
      if (what.skipFilteredRows && tab.rows[row]?.filtered) continue;
      const line: Area = { ...area, top: row, bottom: row + 1 };
      if (what.contents) for (let column = area.left; column < area.right; column++) tab.setValue(row, column, null);
      tab.mapExtras(line, (extra: Extra | undefined) => extra && withParts(extra, parts));
    }
  });
};

const clears = (what: Clearing) =>
  changes('write', (context, ref: RangeRef) => {
    clearPlace(editable(context, ref), what);
    return null;
  });

const validations = ({ tab, area }: Place): (ValidationRule | null)[][] =>
  Array.from({ length: area.bottom - area.top }, (_, down) =>
    Array.from(
      { length: area.right - area.left },
      (__, across) => tab.extra(area.top + down, area.left + across)?.validation ?? null,
    ),
  );

const read = (context: OperationContext, ref: RangeRef): Place => placeOf(openToRead(context, ref.file), ref);

const filterOf = (context: OperationContext, { file, sheet }: SheetRef) => {
  const tab = tabIn(openFile(context, file), sheet);
  if (!tab.meta.filter) throw new ServiceError('The filter has been removed.');
  return { tab, filter: tab.meta.filter };
};

/** What `Range` does beyond values and formats, and `Filter`. Each argument list starts with the range or tab. */
export const rangeActions: Operations = {
  'Range.clear': changes('write', (context, ref: RangeRef, what: Clearing | null) => {
    clearPlace(editable(context, ref), what ?? { contents: true, formats: true });
    return null;
  }),
  'Range.clearContent': clears({ contents: true }),
  'Range.clearFormat': clears({ formats: true }),
  'Range.clearNote': clears({ notes: true }),
  'Range.clearDataValidations': clears({ validations: true }),
  'Range.getDataValidations': looks(
    'read',
    (context, ref: RangeRef) => validations(read(context, ref)) as unknown as Json,
  ),
  'Range.getDataValidation': looks(
    'read',
    (context, ref: RangeRef) => (validations(read(context, ref))[0]?.[0] ?? null) as unknown as Json,
  ),
  'Range.setDataValidation': changes('write', (context, ref: RangeRef, rule: ValidationRule | null) => {
    const { tab, area } = editable(context, ref);
    requireUntyped(tab, context.world.switches);
    tab.mapExtras(area, (extra) => withParts(extra, { validation: rule ?? undefined }));
    return null;
  }),
  'Range.setDataValidations': changes('write', (context, ref: RangeRef, rules: (ValidationRule | null)[][]) => {
    const { tab, area } = editable(context, ref);
    requireUntyped(tab, context.world.switches);
    requireSize(area, rules);
    for (const [down, line] of rules.entries()) {
      for (const [across, rule] of line.entries()) {
        const [row, column] = [area.top + down, area.left + across];
        tab.setExtra(row, column, withParts(tab.extra(row, column), { validation: rule ?? undefined }));
      }
    }
    return null;
  }),
  'Range.insertCheckboxes': changes('write', (context, ref: RangeRef) => {
    const { workbook, tab, area } = editable(context, ref);
    workbook.atomic(() => {
      tab.mapExtras(area, (extra) =>
        withParts(extra, { validation: { condition: { type: 'BOOLEAN' }, strict: true } }),
      );
      for (let row = area.top; row < area.bottom; row++) {
        for (let column = area.left; column < area.right; column++) {
          if (typeof tab.value(row, column) !== 'boolean') tab.setValue(row, column, false);
        }
      }
    });
    return null;
  }),
  'Range.sort': changes('write', (context, ref: RangeRef, keys: readonly { column: number; ascending: boolean }[]) => {
    const { workbook, tab, area } = editable(context, ref);
    const zeroBased: SortKey[] = keys.map(({ column, ascending }) => ({ column: column - 1, ascending }));
    workbook.atomic(() => sortArea(tab, area, zeroBased));
    return null;
  }),
  'Range.getNextDataCell': looks('read', (context, ref: RangeRef, direction: Direction) => {
    const { workbook, tab, area } = read(context, ref);
    const { row, column } = nextDataCell(tab, area.top, area.left, direction);
    return refOf(workbook, tab, { top: row, left: column, bottom: row + 1, right: column + 1 }) as unknown as Json;
  }),
  'Range.getDataRegion': looks('read', (context, ref: RangeRef) => {
    const { workbook, tab, area } = read(context, ref);
    return refOf(workbook, tab, dataRegion(tab, area)) as unknown as Json;
  }),
  'Range.createFilter': changes('write', (context, ref: RangeRef) => {
    const { workbook, tab, area } = editable(context, ref);
    if (tab.meta.filter) throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
    workbook.atomic(() => applyFilter(tab, { range: rangeOf(tab.id, area), criteria: {} }));
    return null;
  }),
  'Filter.setColumnFilterCriteria': changes(
    'write',
    (context, ref: SheetRef, column: number, criteria: FilterCriteria | null) => {
      const { tab, filter } = filterOf(context, ref);
      const { [String(column)]: _old, ...others } = filter.criteria ?? {};
      applyFilter(tab, { ...filter, criteria: criteria ? { ...others, [column]: criteria } : others });
      return null;
    },
  ),
  'Filter.sort': changes('write', (context, ref: SheetRef, column: number, ascending: boolean) => {
    const { tab, filter } = filterOf(context, ref);
    const {
      startRowIndex = 0,
      endRowIndex = tab.meta.rowCount,
      startColumnIndex = 0,
      endColumnIndex = tab.meta.columnCount,
    } = filter.range;
    sortArea(tab, { top: startRowIndex + 1, left: startColumnIndex, bottom: endRowIndex, right: endColumnIndex }, [
      { column, ascending },
    ]);
    applyFilter(tab, filter);
    return null;
  }),
  'Filter.remove': changes('write', (context, ref: SheetRef) => {
    applyFilter(filterOf(context, ref).tab, null);
    return null;
  }),
};
