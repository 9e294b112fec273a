import { call } from '../bridge';
import { Guarded, strictClass } from '../strict';
import { fits } from './arguments';
import { make } from './makers';
import type { Range } from './range';
import type { RangeRef } from './refs';

/** Where a finder looks: a range, a tab, or a whole spreadsheet. */
export interface Scope {
  readonly file: string;
  readonly sheet?: number;
  readonly range?: RangeRef;
}

/** Finds cells by what they show: partial and case-blind unless told otherwise (docs/google.md G69). */
export class TextFinder extends Guarded {
  readonly #scope: Scope;
  #options: Record<string, unknown>;
  #current: RangeRef | null = null;

  constructor(scope: Scope, text: string) {
    super();
    this.#scope = scope;
    this.#options = {
      text,
      matchCase: false,
      matchEntireCell: false,
      regex: false,
      formulas: false,
      ignoreDiacritics: false,
    };
  }

  #option(method: string, name: string, args: readonly unknown[]): this {
    fits(`TextFinder.${method}`, args, ['boolean']);
    this.#options = { ...this.#options, [name]: args[0] };
    return this;
  }

  matchCase(...args: [matchCase: boolean]): this {
    return this.#option('matchCase', 'matchCase', args);
  }

  matchEntireCell(...args: [matchEntireCell: boolean]): this {
    return this.#option('matchEntireCell', 'matchEntireCell', args);
  }

  matchFormulaText(...args: [matchFormulaText: boolean]): this {
    return this.#option('matchFormulaText', 'formulas', args);
  }

  useRegularExpression(...args: [useRegEx: boolean]): this {
    return this.#option('useRegularExpression', 'regex', args);
  }

  ignoreDiacritics(...args: [ignoreDiacritics: boolean]): this {
    return this.#option('ignoreDiacritics', 'ignoreDiacritics', args);
  }

  startFrom(...args: [startRange: Range]): this {
    fits('TextFinder.startFrom', args, ['object']);
    const [range] = args;
    this.#current = {
      file: this.#scope.file,
      sheet: range.getGridId(),
      row: range.getRow(),
      column: range.getColumn(),
      rows: 1,
      columns: 1,
    };
    return this;
  }

  findAll(): Range[] {
    return (call('TextFinder.findAll', this.#scope, this.#options) as RangeRef[]).map((ref) => make.range(ref));
  }

  #move(name: string): Range | null {
    const found = call(name, this.#scope, this.#options, this.#current) as RangeRef | null;
    if (found) this.#current = found;
    return found && make.range(found);
  }

  findNext(): Range | null {
    return this.#move('TextFinder.findNext');
  }

  findPrevious(): Range | null {
    return this.#move('TextFinder.findPrevious');
  }

  getCurrentMatch(): Range | null {
    return this.#current && make.range(this.#current);
  }

  replaceAllWith(...args: [replaceText: string]): number {
    fits('TextFinder.replaceAllWith', args, ['string']);
    return call('TextFinder.replaceAllWith', this.#scope, this.#options, args[0]) as number;
  }

  replaceWith(...args: [replaceText: string]): number {
    fits('TextFinder.replaceWith', args, ['string']);
    return call('TextFinder.replaceWith', this.#scope, this.#options, args[0], this.#current) as number;
  }
}

strictClass(TextFinder, 'TextFinder');
