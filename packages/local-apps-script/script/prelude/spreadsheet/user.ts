import { Guarded, strictClass } from '../strict';

/** A user, by address. */
export class User extends Guarded {
  readonly #email: string;

  constructor(email: string) {
    super();
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }

  override toString(): string {
    return this.#email;
  }
}

strictClass(User, 'User');
