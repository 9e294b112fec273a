import type { Properties } from './ports';

/** The Script Property with the moment (epoch milliseconds) until which repeats, quotes and pages use up the reads. */
const SHORT_UNTIL = 'READS_SHORT_UNTIL';

/** Google counts reads over the last minute (docs/google.md G9). */
const MINUTE = 60_000;

/**
 * From now on a read that Google refuses is made the slow way for a while: what repeats itself may not cost others theirs.
 */
export const noteShortReads = (properties: Properties, now: Date): void =>
  properties.set({ [SHORT_UNTIL]: String(now.getTime() + 2 * MINUTE) });

/** Whether that was noted a moment ago. */
export const areReadsShort = (properties: Pick<Properties, 'all'>, now: Date): boolean =>
  Number(properties.all()[SHORT_UNTIL]) > now.getTime();
