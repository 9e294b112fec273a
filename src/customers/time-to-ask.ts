import type { Ports } from '../core/all-ports';
import { isMorning } from '../core/morning-hours';

/** The Script Property with the local day on which customers were last asked. */
export const ASKED_ON = 'FEEDBACK_ASKED_ON';

/** Whether it is morning, and customers are still to be asked for feedback today. */
export const isTimeToAsk = ({ clock, properties }: Pick<Ports, 'clock' | 'properties'>): boolean => {
  const local = clock.local(clock.now());
  return isMorning(local) && properties.all()[ASKED_ON] !== local.slice(0, 10);
};
