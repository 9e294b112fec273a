/** LockService: who holds which lock. Locks die with the process. */
export class LockStore {
  private holders = new Map<string, string>();

  /** Takes a lock for an execution; true when it has it now, also when it had it before. */
  take(lock: string, execution: string): boolean {
    const holder = this.holders.get(lock);
    if (holder === undefined) this.holders.set(lock, execution);
    return holder === undefined || holder === execution;
  }

  isHeldBy(lock: string, execution: string): boolean {
    return this.holders.get(lock) === execution;
  }

  release(lock: string, execution: string): void {
    if (this.isHeldBy(lock, execution)) this.holders.delete(lock);
  }

  /** Releases what an execution holds: at its end, and when it waits for a user (docs/google.md G91 and G93). */
  releaseAll(execution: string): void {
    for (const [lock, holder] of this.holders) if (holder === execution) this.holders.delete(lock);
  }

  /** Whether an execution holds any lock. */
  holdsAny(execution: string): boolean {
    return [...this.holders.values()].includes(execution);
  }
}
