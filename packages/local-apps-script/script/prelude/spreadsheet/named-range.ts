import { Guarded, strictClass } from '../strict';
import { make } from './makers';
import type { Range } from './range';
import type { RangeRef } from './refs';

/** A name and the range that it stands for. */
export class NamedRange extends Guarded {
  readonly #name: string;
  readonly #ref: RangeRef;

  constructor(name: string, ref: RangeRef) {
    super();
    this.#name = name;
    this.#ref = ref;
  }

  getName(): string {
    return this.#name;
  }

  getRange(): Range {
    return make.range(this.#ref);
  }

  setName(newName: string): this {
    const parent = make.spreadsheet(this.#ref.file);
    parent.removeNamedRange(this.#name);
    parent.setNamedRange(newName, this.getRange());
    return this;
  }

  setRange(range: Range): this {
    make.spreadsheet(this.#ref.file).setNamedRange(this.#name, range);
    return this;
  }

  remove(): void {
    make.spreadsheet(this.#ref.file).removeNamedRange(this.#name);
  }
}

strictClass(NamedRange, 'NamedRange');
