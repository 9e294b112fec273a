import { call, running } from './bridge';
import { Guarded, strict, strictClass } from './strict';

/** `Session`'s user: the address costs a scope, so it is asked for only when wanted. */
class User extends Guarded {
  readonly #which: string;

  constructor(which: string) {
    super();
    this.#which = which;
  }

  getEmail(): string {
    return call('Session.getEmail', this.#which) as string;
  }

  /** As Google prints a user: the address. */
  override toString(): string {
    return this.getEmail();
  }
}

strictClass(User, 'User');

/** `Session`. Other people's identity is blank in web-app and trigger executions (docs/google.md G51). */
export const Session = strict(
  {
    getActiveUser: () => new User('active'),
    getEffectiveUser: () => new User('effective'),
    getScriptTimeZone: () => running.timeZone,
    getActiveUserLocale: () => 'en',
    getTemporaryActiveUserKey: () => call('Session.getTemporaryActiveUserKey') as string,
  },
  'Session',
);
