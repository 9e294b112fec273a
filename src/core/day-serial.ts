import { serialOf } from '../workbook/date-serial';
import type { Clock } from './ports';

/** A moment (ISO 8601, UTC) as the Created At cell of an order holds it; blank where nobody knows the day. */
export const serialOfDay = (clock: Pick<Clock, 'local'>, moment: string): number | '' =>
  moment === '' ? '' : serialOf(clock.local(new Date(moment)));
