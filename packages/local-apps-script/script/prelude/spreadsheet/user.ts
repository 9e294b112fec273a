import { strictClass } from '../strict';

/** A person by address. */
export class User {
  readonly #email: string;

  constructor(email: string) {
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }

  toString(): string {
    return this.#email;
  }
}

strictClass(User, 'User');
