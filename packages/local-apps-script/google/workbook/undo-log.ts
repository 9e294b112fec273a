/** Undoes what was done so far when a change of several steps fails half way. */
export class UndoLog {
  private steps: (() => void)[] = [];
  private saved = new Set<object>();
  private depth = 0;

  /** Remembers how to take one step back; does nothing outside {@link UndoLog.atomic}. */
  push(step: () => void): void {
    if (this.depth > 0) this.steps.push(step);
  }

  /** Like push, but only the first time for this object within one atomic change. */
  once(subject: object, makeStep: () => () => void): void {
    if (this.depth === 0 || this.saved.has(subject)) return;
    this.saved.add(subject);
    this.steps.push(makeStep());
  }

  /** Does all of the work, or none of it: when it throws, every step is taken back in reverse. */
  atomic<T>(work: () => T): T {
    this.depth += 1;
    try {
      return work();
    } catch (error) {
      if (this.depth === 1) for (const step of this.steps.reverse()) step();
      throw error;
    } finally {
      this.depth -= 1;
      if (this.depth === 0) {
        this.steps = [];
        this.saved = new Set();
      }
    }
  }
}
