import { call } from './bridge';
import { hasDocument } from './properties';
import { expectTypes } from './signature';
import { Guarded, strict, strictClass } from './strict';

class Lock extends Guarded {
  readonly #which: string;

  constructor(which: string) {
    super();
    this.#which = which;
  }

  tryLock(...args: [timeoutInMillis: number]): boolean {
    expectTypes(args, 'LockService.Lock.tryLock', 'number');
    return call('Lock.tryLock', this.#which, args[0]) as boolean;
  }

  waitLock(...args: [timeoutInMillis: number]): void {
    expectTypes(args, 'LockService.Lock.waitLock', 'number');
    call('Lock.waitLock', this.#which, args[0]);
  }

  hasLock(): boolean {
    return call('Lock.hasLock', this.#which) as boolean;
  }

  releaseLock(): void {
    call('Lock.releaseLock', this.#which);
  }
}

strictClass(Lock, 'Lock');

/** `LockService`: the document's lock is null in web-app and time-trigger executions (docs/google.md G25). */
export const LockService = strict(
  {
    getScriptLock: () => new Lock('script'),
    getUserLock: () => new Lock('user'),
    getDocumentLock: () => (hasDocument() ? new Lock('document') : null),
  },
  'LockService',
);
