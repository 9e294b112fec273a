import { RequestError } from './api-error';

const MINUTE = 60_000;
const PER_USER = 60;
const PER_PROJECT = 300;

type Kind = 'Read' | 'Write';

interface Call {
  readonly kind: Kind;
  readonly user: string;
  readonly at: number;
}

/**
 * The advanced service's calls of the last minute: 60 reads and 60 writes a user, 300 a project (docs/google.md G9).
 */
export class ApiQuota {
  private calls: Call[] = [];

  /** Counts one call. @throws RequestError with code 429 when the minute's calls are used up. */
  count(kind: Kind, user: string, now: number): void {
    this.calls = this.calls.filter(({ at }) => at > now - MINUTE);
    const same = this.calls.filter((call) => call.kind === kind);
    if (same.filter((call) => call.user === user).length >= PER_USER) throw exceeded(kind, ' per user');
    if (same.length >= PER_PROJECT) throw exceeded(kind, '');
    this.calls.push({ kind, user, at: now });
  }

  /** How many calls of a kind a user has left at a moment. */
  left(kind: Kind, user: string, now: number): number {
    return (
      PER_USER - this.calls.filter((call) => call.kind === kind && call.user === user && call.at > now - MINUTE).length
    );
  }

  toJSON(): readonly Call[] {
    return this.calls;
  }

  restore(state: ReturnType<ApiQuota['toJSON']>): void {
    this.calls = [...state];
  }
}

const exceeded = (kind: Kind, whose: string): RequestError =>
  new RequestError(
    `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute${whose}' of service 'sheets.googleapis.com' for consumer 'project_number:123456789012'.`,
    429,
  );
