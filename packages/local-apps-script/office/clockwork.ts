import type { ExecutionRequest } from '../google/execution';
import type { Actor } from '../google/operations';
import type { Trigger } from '../google/trigger-store';
import type { World } from '../google/world';
import { wallTime } from '../google/zone';

const HOST: Actor = { effectiveUser: '', activeUser: '', execution: 'host', bound: '' };

/** The event of a time-driven trigger: its moment in the trigger's zone. */
const requestFor = ({ id, handler, user, bound, clock }: Trigger, now: number): ExecutionRequest => {
  const { year, month, day, hour, minute, second } = wallTime(now, clock?.zone ?? 'UTC');
  const event = {
    year,
    month,
    'day-of-month': day,
    hour,
    minute,
    second,
    timezone: 'UTC',
    triggerUid: id,
    authMode: 'FULL',
  };
  return {
    kind: 'time trigger',
    function: handler,
    args: [event],
    effectiveUser: user,
    activeUser: user,
    bound,
    hasUi: false,
  };
};

/** Moves the world's clock and runs the time-driven triggers that fall due, in the order of their times. */
export class Clockwork {
  /** Ends when what has been asked for is done. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly world: World,
    private readonly run: (request: ExecutionRequest) => Promise<unknown>,
  ) {}

  /**
   * Moves the clock on by milliseconds, stopping at each trigger's time; gives how many ran. Asked for again
   * in the meantime, it moves on by both, one after the other.
   */
  advance(milliseconds: number): Promise<number> {
    return this.inTurn(() => this.advanceNow(milliseconds));
  }

  /** Moves the clock on in one jump, then runs each trigger that has fallen due in the meantime, once. */
  jump(milliseconds: number): Promise<number> {
    return this.inTurn(() => {
      this.moveTo(this.world.clock.now() + milliseconds);
      return this.runDueNow('all');
    });
  }

  /** Runs each trigger that has fallen due by now, once, whatever was missed; gives how many ran. */
  runDue(which: 'all' | 'every few minutes' = 'all'): Promise<number> {
    return this.inTurn(() => this.runDueNow(which));
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }

  private async advanceNow(milliseconds: number): Promise<number> {
    const { clock, triggers } = this.world;
    const end = clock.now() + milliseconds;
    let count = 0;
    for (;;) {
      const due = triggers.due(Math.max(end, clock.now()));
      if (!due || due.next === null) break;
      this.moveTo(due.next);
      await this.fire(due);
      count += 1;
    }
    this.moveTo(end);
    return count;
  }

  private async runDueNow(which: 'all' | 'every few minutes'): Promise<number> {
    const now = this.world.clock.now();
    const { triggers } = this.world;
    let count = 0;
    for (let due = triggers.due(now, which); due; due = triggers.due(now, which)) {
      await this.fire(due);
      count += 1;
    }
    return count;
  }

  private moveTo(moment: number): void {
    const left = moment - this.world.clock.now();
    if (left > 0) this.world.perform('Host.advance', [left], HOST);
  }

  private async fire(due: Trigger): Promise<void> {
    // First, so that a run that ends the host is not made again at each start.
    this.world.perform('Host.triggerRan', [due.id], HOST);
    await this.run(requestFor(due, this.world.clock.now()));
  }
}
