import { type ClockPlan, firstRun, nextRun } from './schedule';

/** What an installable trigger listens to. */
export type TriggerEvent = 'ON_EDIT' | 'ON_OPEN' | 'ON_CHANGE' | 'ON_FORM_SUBMIT' | 'CLOCK';

/** An installed trigger. It runs as the user who made it (docs/google.md G38). */
export interface Trigger {
  readonly id: string;
  readonly handler: string;
  readonly event: TriggerEvent;
  /** The address of its maker. */
  readonly user: string;
  /** The spreadsheet whose script it belongs to. */
  readonly bound: string;
  /** The spreadsheet that it listens to; null for a clock. */
  readonly file: string | null;
  readonly clock: ClockPlan | null;
  /** Epoch milliseconds of the next run; null for an event. */
  readonly next: number | null;
}

/** All installed triggers. */
export class TriggerStore {
  private triggers: Trigger[] = [];
  private made = 0;

  add(trigger: Omit<Trigger, 'id' | 'next'>, now: number): Trigger {
    this.made += 1;
    const id = String(7_000_000_000_000 + this.made);
    const added = { ...trigger, id, next: trigger.clock && firstRun(trigger.clock, id, now) };
    this.triggers.push(added);
    return added;
  }

  /** Those of one user in one script. */
  of(user: string, bound: string): readonly Trigger[] {
    return this.triggers.filter((trigger) => trigger.user === user && trigger.bound === bound);
  }

  all(): readonly Trigger[] {
    return this.triggers;
  }

  delete(id: string): void {
    this.triggers = this.triggers.filter((trigger) => trigger.id !== id);
  }

  /** Those that listen to an event of a spreadsheet, in the order in which they were made. */
  listening(event: TriggerEvent, file: string): readonly Trigger[] {
    return this.triggers.filter((trigger) => trigger.event === event && trigger.file === file);
  }

  /** The one that falls due first, at that moment at the latest; of those that run every few minutes when told so. */
  due(until: number, which: 'all' | 'every few minutes' = 'all'): Trigger | undefined {
    return this.triggers
      .filter(({ next, clock }) => next !== null && next <= until && (which === 'all' || clock?.minutes !== undefined))
      .sort((a, b) => Number(a.next) - Number(b.next) || Number(a.id) - Number(b.id))[0];
  }

  /**
   * Notes that a trigger has run: sets its next time, the first after a moment, or removes one that runs once.
   * Runs missed while the machine was off are not made up.
   */
  ran(id: string, after: number): void {
    this.triggers = this.triggers.flatMap((trigger) => {
      if (trigger.id !== id || !trigger.clock || trigger.next === null) return [trigger];
      let next = nextRun(trigger.clock, id, trigger.next);
      while (next !== null && next <= after) next = nextRun(trigger.clock, id, next);
      return next === null ? [] : [{ ...trigger, next }];
    });
  }

  toJSON(): { made: number; triggers: readonly Trigger[] } {
    return { made: this.made, triggers: this.triggers };
  }

  restore(state: ReturnType<TriggerStore['toJSON']>): void {
    this.made = state.made;
    this.triggers = [...state.triggers];
  }
}
