import { type Actor, type Clock, type Given, type Json, World } from 'local-apps-script';

/** A world that remembers how many service calls were made while the script lock was held. */
export class TracedWorld extends World {
  lockedCalls = 0;
  private isLocked = false;

  constructor(clock: Clock) {
    super(clock);
  }

  override perform(name: string, args: readonly Json[], actor: Actor, since = this.clock.now()): Given {
    const isCounted = this.kindOf(name) !== 'navigation' && actor.execution !== 'host';
    if (this.isLocked && isCounted) this.lockedCalls += 1;
    const given = super.perform(name, args, actor, since);
    if (name === 'Lock.tryLock' && given === true) this.isLocked = true;
    if (name === 'Lock.releaseLock') this.isLocked = false;
    return given;
  }
}
