import { call } from '../bridge';
import { Guarded } from '../strict';
import { fits } from './arguments';
import { make } from './makers';
import type { Spreadsheet } from './spreadsheet';
import { User } from './user';

/** A spreadsheet's settings and people. */
export class SpreadsheetBase extends Guarded {
  readonly #file: string;

  constructor(file: string) {
    super();
    this.#file = file;
  }

  #get<T>(method: string, ...args: unknown[]): T {
    return call(`Spreadsheet.${method}`, this.#file, ...args) as T;
  }

  getId(): string {
    return this.#file;
  }

  getName(): string {
    return this.#get('getName');
  }

  getUrl(): string {
    return this.#get('getUrl');
  }

  rename(...args: [newName: string]): void {
    fits('Spreadsheet.rename', args, ['string']);
    this.#get('rename', args[0]);
  }

  copy(...args: [name: string]): Spreadsheet {
    fits('Spreadsheet.copy', args, ['string']);
    return make.spreadsheet(this.#get('copy', args[0]));
  }

  getSpreadsheetTimeZone(): string {
    return this.#get('getSpreadsheetTimeZone');
  }

  setSpreadsheetTimeZone(...args: [timezone: string]): void {
    fits('Spreadsheet.setSpreadsheetTimeZone', args, ['string']);
    this.#get('setSpreadsheetTimeZone', args[0]);
  }

  getSpreadsheetLocale(): string {
    return this.#get('getSpreadsheetLocale');
  }

  setSpreadsheetLocale(...args: [locale: string]): void {
    fits('Spreadsheet.setSpreadsheetLocale', args, ['string']);
    this.#get('setSpreadsheetLocale', args[0]);
  }

  getOwner(): User {
    return new User(this.#get('getOwner'));
  }

  getEditors(): User[] {
    return this.#get<string[]>('getEditors').map((email) => new User(email));
  }

  addEditor(...args: [emailAddress: string]): this {
    fits('Spreadsheet.addEditor', args, ['string']);
    this.#get('addEditor', args);
    return this;
  }

  removeEditor(...args: [emailAddress: string]): this {
    fits('Spreadsheet.removeEditor', args, ['string']);
    this.#get('removeEditor', args[0]);
    return this;
  }
}
