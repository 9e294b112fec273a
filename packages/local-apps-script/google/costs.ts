import type { OperationKind } from './operations';

/**
 * Estimated milliseconds of one call, by kind and then by name: orders of magnitude (docs/google.md G14: cache get
 * 3 ms, put 93 ms; property get 30 ms, set 62 ms; 4,000 cells in one call 50 ms; cell by cell 100 times slower).
 */
const BY_KIND: Readonly<Record<OperationKind, number>> = {
  navigation: 0,
  read: 40,
  write: 40,
  find: 60,
  commit: 400,
  lock: 40,
  cache: 3,
  property: 30,
  mail: 400,
  drive: 300,
  fetch: 300,
  ui: 20,
  other: 100,
};

const BY_NAME: Readonly<Record<string, number>> = {
  'Cache.put': 93,
  'Cache.putAll': 93,
  'Cache.remove': 50,
  'Cache.removeAll': 50,
  'File.makeCopy': 3000,
  'MailApp.getRemainingDailyQuota': 40,
  'Properties.deleteAllProperties': 62,
  'Properties.deleteProperty': 62,
  'Properties.setProperties': 62,
  'Properties.setProperty': 62,
};

/** Milliseconds for each cell that crosses. */
const A_CELL = 50 / 4000;

/** Milliseconds for each byte of the Sheets advanced service: some megabytes a second. */
export const A_BYTE = 1 / 5_000;

/** What a call is estimated to cost, in milliseconds. */
export const costOf = (name: string, kind: OperationKind, cells: number): number =>
  kind === 'navigation' ? 0 : (BY_NAME[name] ?? BY_KIND[kind]) + cells * A_CELL;
