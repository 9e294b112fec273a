/** What was used since `start`, epoch milliseconds. */
interface Use {
  readonly start: number;
  readonly count: number;
}

const DAY = 86_400_000;

/** How much of something each user has used in the 24 hours that began with the first use (docs/google.md G1 to G5). */
export class DailyUse {
  private uses = new Map<string, Use>();

  used(key: string, now: number): number {
    const use = this.uses.get(key);
    return use && now < use.start + DAY ? use.count : 0;
  }

  add(key: string, amount: number, now: number): void {
    const use = this.uses.get(key);
    const running = use && now < use.start + DAY ? use : { start: now, count: 0 };
    this.uses.set(key, { start: running.start, count: running.count + amount });
  }

  toJSON(): readonly (readonly [string, Use])[] {
    return [...this.uses];
  }

  restore(state: ReturnType<DailyUse['toJSON']>): void {
    this.uses = new Map(state);
  }
}
