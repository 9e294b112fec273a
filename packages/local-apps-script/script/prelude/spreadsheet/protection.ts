import { call } from '../bridge';
import { Guarded, strictClass } from '../strict';
import { fits } from './arguments';
import { enums } from './enums';
import { make } from './makers';
import type { Range } from './range';
import { rangeRef } from './range-base';
import type { ProtectionRef, RangeRef } from './refs';
import { User } from './user';

const emailOf = (user: unknown): string => (user instanceof User ? user.getEmail() : String(user));

/** A protected range or tab. */
export class Protection extends Guarded {
  readonly #ref: ProtectionRef;

  constructor(ref: ProtectionRef) {
    super();
    this.#ref = ref;
  }

  getProtectionType() {
    return enums.ProtectionType[this.#ref.kind];
  }

  getRange(): Range {
    return make.range(call('Protection.getRange', this.#ref) as RangeRef);
  }

  getDescription(): string {
    return call('Protection.getDescription', this.#ref) as string;
  }

  setDescription(...args: [description: string]): this {
    fits('Protection.setDescription', args, ['string']);
    call('Protection.setDescription', this.#ref, args[0]);
    return this;
  }

  isWarningOnly(): boolean {
    return call('Protection.isWarningOnly', this.#ref) as boolean;
  }

  setWarningOnly(...args: [warningOnly: boolean]): this {
    fits('Protection.setWarningOnly', args, ['boolean']);
    call('Protection.setWarningOnly', this.#ref, args[0]);
    return this;
  }

  canEdit(): boolean {
    return call('Protection.canEdit', this.#ref) as boolean;
  }

  getEditors(): User[] {
    return (call('Protection.getEditors', this.#ref) as string[]).map((email) => new User(email));
  }

  addEditor(...args: [user: string | User]): this {
    fits('Protection.addEditor', args, ['string'], ['object']);
    call('Protection.addEditors', this.#ref, args.map(emailOf));
    return this;
  }

  addEditors(...args: [emails: string[]]): this {
    fits('Protection.addEditors', args, ['array']);
    call('Protection.addEditors', this.#ref, args[0].map(emailOf));
    return this;
  }

  removeEditor(...args: [user: string | User]): this {
    fits('Protection.removeEditor', args, ['string'], ['object']);
    call('Protection.removeEditors', this.#ref, args.map(emailOf));
    return this;
  }

  removeEditors(...args: [users: readonly (string | User)[]]): this {
    fits('Protection.removeEditors', args, ['array']);
    call('Protection.removeEditors', this.#ref, args[0].map(emailOf));
    return this;
  }

  /** Consumer accounts have no domain. */
  canDomainEdit(): boolean {
    return false;
  }

  setUnprotectedRanges(...args: [ranges: Range[]]): this {
    fits('Protection.setUnprotectedRanges', args, ['array']);
    call('Protection.setUnprotectedRanges', this.#ref, args[0].map(rangeRef));
    return this;
  }

  getUnprotectedRanges(): Range[] {
    return (call('Protection.getUnprotectedRanges', this.#ref) as RangeRef[]).map((ref) => make.range(ref));
  }

  remove(): void {
    call('Protection.remove', this.#ref);
  }
}

strictClass(Protection, 'Protection');
