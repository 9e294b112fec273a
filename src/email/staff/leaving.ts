import type { Leaving } from '../../domain/leaving';
import type { Config } from '../../workbook/config';

/** @param sends whether this execution may send email. */
export const leavingOf = (sends: boolean, { settings }: Config): Leaving => ({
  leavesNow: sends && settings.statusEmailWait === 0,
  testAddress: settings.testModeAddress,
});
