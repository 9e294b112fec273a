import { ServiceError } from '../service-error';
import type { Area } from './a1';
import { closeRange, overlaps, within } from './grid-range';
import type { WorkbookSwitches } from './switches';
import type { Tab } from './tab';
import type { ProtectedRange } from './tab-meta';
import type { Workbook } from './workbook';

/** What Google says when a hard protection is in the way. */
export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Whether someone may edit under a protection: a warning-only one stops nobody, the owner is never stopped. */
export const mayEditUnder = (protection: ProtectedRange, workbook: Workbook, user: string): boolean =>
  protection.warningOnly === true || user === workbook.meta.owner || (protection.editors?.users ?? []).includes(user);

/** Whether someone may edit every cell of an area. */
export const mayEdit = (workbook: Workbook, tab: Tab, area: Area, user: string): boolean => {
  const { rowCount, columnCount, protections } = tab.meta;
  return protections.every((protection) => {
    if (mayEditUnder(protection, workbook, user)) return true;
    if (!overlaps(closeRange(protection.range, rowCount, columnCount), area)) return true;
    return (protection.unprotectedRanges ?? []).some((open) => within(area, closeRange(open, rowCount, columnCount)));
  });
};

/** What cells of a table are not given (docs/google.md G70). */
const TYPED = 'This operation is not allowed on cells in typed columns.';

/** @throws ServiceError when formats or rules are not taken, since someone has made the tab a table. */
export const requireUntyped = ({ name }: Tab, { typedColumns }: WorkbookSwitches): void => {
  if (name === typedColumns) throw new ServiceError(TYPED);
};

/** @throws ServiceError when a hard protection covers a cell of the area and the person is not on its list. */
export const requireEditable = (workbook: Workbook, tab: Tab, area: Area, user: string): void => {
  if (!mayEdit(workbook, tab, area, user)) throw new ServiceError(PROTECTED);
};

/** Whether a protection covers a whole tab. */
export const coversTab = ({ range }: ProtectedRange): boolean =>
  range.startRowIndex === undefined &&
  range.endRowIndex === undefined &&
  range.startColumnIndex === undefined &&
  range.endColumnIndex === undefined;

/** @throws ServiceError when the tab itself (its name, its place, its being there) is protected from the person. */
export const requireTabEditable = (workbook: Workbook, tab: Tab, user: string): void => {
  if (tab.meta.protections.some((one) => coversTab(one) && !mayEditUnder(one, workbook, user))) {
    throw new ServiceError(PROTECTED);
  }
};

/** @throws ServiceError when a row or column would be inserted in the middle of what the person may not edit. */
export const requireInsertable = (workbook: Workbook, tab: Tab, rows: boolean, at: number, user: string): void => {
  for (const protection of tab.meta.protections) {
    if (mayEditUnder(protection, workbook, user)) continue;
    const area = closeRange(protection.range, tab.rowCount, tab.columnCount);
    const [start, end] = rows ? [area.top, area.bottom] : [area.left, area.right];
    if (coversTab(protection) || (at > start && at < end)) throw new ServiceError(PROTECTED);
  }
};
