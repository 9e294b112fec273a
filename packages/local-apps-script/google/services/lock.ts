import { looks, type OperationContext, type Operations, Wait } from '../operations';
import { ServiceError } from '../service-error';

const lockOf = ({ actor }: OperationContext, which: string): string =>
  which === 'user' ? `user:${actor.bound}:${actor.effectiveUser}` : `${which}:${actor.bound}`;

/** True when taken, false when the time is over (one below zero is over right away, also for a free lock), else a wait. */
const attempt = (context: OperationContext, which: string, milliseconds: number): boolean | Wait => {
  const { world, actor, now, since } = context;
  if (milliseconds < 0) return false;
  if (world.locks.take(lockOf(context, which), actor.execution)) return true;
  const until = since + milliseconds;
  return now >= until ? false : new Wait(until);
};

/**
 * LockService (docs/google.md G91, G92 and G93): each argument list starts with which lock. Released at the end of the
 * script.
 */
export const lock: Operations = {
  'Lock.tryLock': looks('lock', (context, which: string, milliseconds: number) =>
    attempt(context, which, milliseconds),
  ),
  'Lock.waitLock': looks('lock', (context, which: string, milliseconds: number) => {
    const taken = attempt(context, which, milliseconds);
    if (taken instanceof Wait) return taken;
    if (!taken) throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
    return null;
  }),
  'Lock.hasLock': looks('navigation', (context, which: string) =>
    context.world.locks.isHeldBy(lockOf(context, which), context.actor.execution),
  ),
  'Lock.releaseLock': looks('lock', (context, which: string) => {
    context.world.locks.release(lockOf(context, which), context.actor.execution);
    return null;
  }),
};
