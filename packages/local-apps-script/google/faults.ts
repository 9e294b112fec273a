/**
 * Bad weather for one call (docs/design.md 6.6). `late`: throws now, lands with a later commit or move of the clock.
 */
export type FaultKind = 'before' | 'after' | 'kill-before' | 'kill-after' | 'late';

/** One fault at the n-th call, from now, of a service named as the script writes it. */
export interface Fault {
  readonly service: string;
  readonly nth: number;
  readonly kind: FaultKind;
  readonly message?: string;
}

/** What a fault says when it was not told what to say. */
export const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** The injected faults that are still to come. */
export class Faults {
  private waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.nth });
  }

  clear(): void {
    this.waiting = [];
  }

  /** Counts a call; the fault that falls due with it, if any. */
  take(service: string): Fault | undefined {
    let due: Fault | undefined;
    for (const entry of this.waiting) {
      if (entry.fault.service !== service) continue;
      entry.left -= 1;
      if (entry.left === 0) due ??= entry.fault;
    }
    this.waiting = this.waiting.filter(({ left }) => left > 0);
    return due;
  }
}
