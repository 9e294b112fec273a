import { ARCHIVE_NAME } from '../core/bounds';
import type { StaffPorts } from '../core/staff-ports';
import type { Config } from '../workbook/config';

/** Tab ids are whole numbers below this. */
const SHEET_IDS = 2_000_000_000;

/** Turns a long Activity tab into an archive tab, named after the moment, and starts a new one. */
export const rollActivity = (
  { activity, clock }: Pick<StaffPorts, 'activity' | 'clock'>,
  { settings }: Config,
): void => {
  if (activity.lines() <= settings.activityLines) return;
  const now = clock.now();
  const moment = clock.local(now).slice(0, 19).replace('T', ' ').replace(/:/g, '.');
  activity.rollOver(`${ARCHIVE_NAME}${moment}`, Math.floor(now.getTime() / 1000) % SHEET_IDS);
};
