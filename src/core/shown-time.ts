import { timeText } from '../domain/text/for-people';
import type { Clock } from './ports';

/**
 * An instant as people read it in the spreadsheet's time zone: `Nov 16, 7:03 PM`, with its year when that isn't the
 * current one.
 * @param moment epoch milliseconds, or an ISO 8601 text.
 */
export const shownTime = (clock: Clock, moment: number | string): string =>
  timeText(clock.local(new Date(moment)), clock.local(clock.now()));
