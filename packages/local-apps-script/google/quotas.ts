import type { Json, OperationKind } from './operations';
import { ServiceError } from './service-error';
import type { Switches } from './switches';
import type { World } from './world';

/** What a user may do so often a day, besides sending email: calls, new spreadsheets, milliseconds of installed triggers. */
type Quota = 'properties' | 'urlfetch' | 'spreadsheets' | 'trigger time';

/** Each quota's switch, and what the accounts allow when it is null (docs/google.md G1 to G5). */
const QUOTAS: Readonly<
  Record<
    Quota,
    { readonly own: 'propertyQuota' | 'fetchQuota' | 'spreadsheetQuota' | 'triggerTimeQuota' } & Readonly<
      Record<Switches['account'], number>
    >
  >
> = {
  properties: { own: 'propertyQuota', consumer: 50_000, workspace: 500_000 },
  urlfetch: { own: 'fetchQuota', consumer: 20_000, workspace: 100_000 },
  spreadsheets: { own: 'spreadsheetQuota', consumer: 250, workspace: 3200 },
  'trigger time': { own: 'triggerTimeQuota', consumer: 90 * 60_000, workspace: 6 * 60 * 60_000 },
};

/** The quota that a script's call counts against; undefined for none. */
const quotaOf = (world: World, name: string, kind: OperationKind, [first]: readonly Json[]): Quota | undefined => {
  if (kind === 'property') return 'properties';
  if (kind === 'fetch') return 'urlfetch';
  if (name === 'SpreadsheetApp.create' || name === 'Sheets.Spreadsheets.create') return 'spreadsheets';
  return name === 'File.makeCopy' && world.workbooks.get(String(first)) ? 'spreadsheets' : undefined;
};

const isUsedUp = (world: World, quota: Quota, user: string): boolean => {
  const { own, ...usual } = QUOTAS[quota];
  const most = world.switches[own] ?? usual[world.switches.account];
  return world.use.used(`${quota} ${user}`, world.clock.now()) >= most;
};

/** Counts a call against its user's day. @throws ServiceError when the day's calls are used up. */
export const countCall = (
  world: World,
  user: string,
  call: { readonly name: string; readonly kind: OperationKind; readonly args: readonly Json[] },
): void => {
  const quota = quotaOf(world, call.name, call.kind, call.args);
  if (!quota) return;
  if (isUsedUp(world, quota, user)) throw new ServiceError(`Service invoked too many times for one day: ${quota}.`);
  world.use.add(`${quota} ${user}`, 1, world.clock.now());
};

/** Whether a user's installed triggers have run for as long as they may in a day. */
export const triggerTimeIsUsedUp = (world: World, user: string): boolean => isUsedUp(world, 'trigger time', user);

/** Counts how long an installed trigger has run, milliseconds. */
export const countTriggerTime = (world: World, user: string, milliseconds: number): void =>
  world.use.add(`trigger time ${user}`, milliseconds, world.clock.now());
