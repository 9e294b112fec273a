import { createHash } from 'node:crypto';
import { looks, type Operations, Wait } from '../operations';

/** Session, and the sleep of Utilities. */
export const session: Operations = {
  'Session.getEmail': looks('navigation', ({ actor }, which: string) =>
    which === 'active' ? actor.activeUser : actor.effectiveUser,
  ),
  'Session.getTemporaryActiveUserKey': looks('navigation', ({ actor }) =>
    createHash('sha256').update(`${actor.bound} ${actor.activeUser}`).digest('base64url'),
  ),
  'Utilities.sleep': looks('navigation', ({ now, since }, milliseconds: number) =>
    now >= since + milliseconds ? null : new Wait(since + milliseconds),
  ),
};
