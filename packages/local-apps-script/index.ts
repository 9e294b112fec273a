/** The local Apps Script in this process: the world that stands for Google, and the office through which all is done. */
export { Clock } from './google/clock';
export type { DriveItem } from './google/drive-store';
export type { ExecutionRecord } from './google/execution';
export type { Fault, FaultKind } from './google/faults';
export type { Actor, Given, Json } from './google/operations';
export { PEOPLE, type People, type Person } from './google/people';
export type { MenuItem } from './google/ui-store';
export { columnLetters } from './google/workbook/a1';
export type { CellValue } from './google/workbook/cell';
export type { Tab } from './google/workbook/tab';
export { Workbook } from './google/workbook/workbook';
export { type JournalEntry, World } from './google/world';
export { epochOf, wallTime } from './google/zone';
export { Office, type OfficeOptions, type SavedOffice } from './office';
export type { WebRequest } from './office/web-app';
export type { Loader } from './script/load';
