import type { Ports } from '../core/all-ports';
import { isMorning } from '../core/morning-hours';

/** The Script Property with the last local day customers were asked. */
export const ASKED_ON = 'FEEDBACK_ASKED_ON';

/** Whether it's morning and today's feedback requests are still open. */
export const isTimeToAsk = ({ clock, properties }: Pick<Ports, 'clock' | 'properties'>): boolean => {
  const local = clock.local(clock.now());
  return isMorning(local) && properties.all()[ASKED_ON] !== local.slice(0, 10);
};
