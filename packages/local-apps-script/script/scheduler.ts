import type { GateCall } from '../google/gate';
import { type Json, Wait } from '../google/operations';
import type { World } from '../google/world';

/** What becomes of a call. */
export type Settled = { readonly value: Json | undefined } | { readonly error: unknown };

interface Waiting {
  readonly execution: string;
  readonly call: GateCall;
  readonly settle: (settled: Settled) => void;
  /** Set when it was tried and must wait, until something changes. */
  blockedUntil: number | null;
}

/** A small seeded generator of numbers from 0 to below 1 (mulberry32). */
const seededChance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/**
 * Decides which of the waiting service calls is performed next. Without a seed: each as it comes. With one: only
 * when every live execution waits here, by the seed's choice, so that the same seed gives the same order.
 * A call that must wait is tried again after each change; on a clock that stands still, the clock is moved to the
 * earliest deadline when nobody else can go on.
 */
export class Scheduler {
  private readonly live = new Set<string>();
  /** Executions whose call is being carried out elsewhere (a fetch): they neither run nor wait here. */
  private readonly away = new Set<string>();
  private queue: Waiting[] = [];
  private readonly chance: (() => number) | null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly world: World,
    seed: number | null,
  ) {
    this.chance = seed === null ? null : seededChance(seed);
  }

  /** An execution begins: from now on its calls are waited for. */
  enter(execution: string): void {
    this.live.add(execution);
  }

  /** An execution is over, or was ended. */
  leave(execution: string): void {
    this.live.delete(execution);
    this.away.delete(execution);
    this.queue = this.queue.filter((waiting) => waiting.execution !== execution);
    this.stir();
  }

  /** Takes a call; `settle` hears its result once it was performed. */
  submit(execution: string, call: GateCall, settle: (settled: Settled) => void): void {
    this.queue.push({ execution, call, settle, blockedUntil: null });
    this.goOn();
  }

  /** Something changed: whoever waits may try again. */
  stir(): void {
    for (const waiting of this.queue) waiting.blockedUntil = null;
    this.goOn();
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private goOn(): void {
    for (;;) {
      if (this.chance && this.someoneRuns()) return;
      const free = this.queue.filter(({ blockedUntil }) => blockedUntil === null).sort(byExecution);
      const next = free[this.chance ? Math.floor(this.chance() * free.length) : 0];
      if (next) this.attempt(next);
      else if (!this.moveClock()) return;
    }
  }

  private someoneRuns(): boolean {
    const here = new Set(this.queue.map(({ execution }) => execution));
    return [...this.live].some((execution) => !here.has(execution) && !this.away.has(execution));
  }

  private attempt(waiting: Waiting): void {
    const done = (settled: Settled): void => {
      this.away.delete(waiting.execution);
      for (const other of this.queue) other.blockedUntil = null;
      waiting.settle(settled);
    };
    let given: ReturnType<GateCall['attempt']>;
    try {
      given = waiting.call.attempt();
    } catch (error) {
      this.remove(waiting);
      done({ error });
      return;
    }
    if (given instanceof Wait) {
      waiting.blockedUntil = given.until;
      return;
    }
    this.remove(waiting);
    if (!(given instanceof Promise)) {
      done({ value: given });
      return;
    }
    this.away.add(waiting.execution);
    const later = (settled: Settled): void => {
      done(settled);
      this.goOn();
    };
    given.then(
      (value) => later({ value }),
      (error: unknown) => later({ error }),
    );
  }

  private remove(waiting: Waiting): void {
    this.queue = this.queue.filter((other) => other !== waiting);
  }

  /** With everybody blocked: moves a clock that stands still, or sets a timer on one that runs. True to go on. */
  private moveClock(): boolean {
    const until = Math.min(...this.queue.map(({ blockedUntil }) => blockedUntil ?? Number.POSITIVE_INFINITY));
    if (!Number.isFinite(until)) return false;
    const { clock } = this.world;
    const left = until - clock.now();
    if (left > 0 && !clock.frozen) {
      if (this.timer) clearTimeout(this.timer);
      this.timer = setTimeout(() => this.stir(), left + 1);
      return false;
    }
    if (left > 0 && (this.someoneRuns() || this.away.size > 0)) return false;
    if (left > 0) clock.advance(left);
    for (const waiting of this.queue) waiting.blockedUntil = null;
    return true;
  }
}

const byExecution = (a: Waiting, b: Waiting): number => Number(a.execution) - Number(b.execution);
