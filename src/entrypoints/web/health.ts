import { RELEASE } from '../../core/version';
import { strangersThisHour } from './limits';
import type { GetPorts } from './route';

/** What anybody may know. */
export const SHORT_HEALTH = { ok: true, version: RELEASE } as const;

/** What the platform may know who has proved itself: requests that did not, and a sentence for each thing that is wrong. */
export const longHealth = (ports: GetPorts): object => ({
  ...SHORT_HEALTH,
  failedAuthentications: strangersThisHour(ports),
  ...ports.troubles(ports.workbook.read()),
});
