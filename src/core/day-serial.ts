import { serialOf } from '../workbook/date-serial';
import type { Clock } from './ports';

/** A moment (ISO 8601, UTC) in the form of an order's Created At cell; blank if the day is unknown. */
export const serialOfDay = (clock: Pick<Clock, 'local'>, moment: string): number | '' =>
  moment === '' ? '' : serialOf(clock.local(new Date(moment)));
