import { call } from '../bridge';
import { Guarded, strictClass } from '../strict';
import { fits } from './arguments';
import { make } from './makers';
import type { Range } from './range';
import { rangeRef } from './range-base';
import type { RangeRef } from './refs';

/** Several ranges of one tab, treated alike; each is a call of its own. */
export class RangeList extends Guarded {
  readonly #ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    super();
    this.#ranges = ranges;
  }

  getRanges(): Range[] {
    return this.#ranges.map((range) => make.range(rangeRef(range)));
  }

  #each(work: (range: Range) => unknown): this {
    for (const range of this.#ranges) work(range);
    return this;
  }

  activate(): this {
    call(
      'RangeList.activate',
      this.#ranges.map((range): RangeRef => rangeRef(range)),
    );
    return this;
  }

  setValue(...args: [value: unknown]): this {
    fits('RangeList.setValue', args, ['any']);
    return this.#each((range) => range.setValue(args[0]));
  }

  clearContent(): this {
    return this.#each((range) => range.clearContent());
  }

  clearNote(): this {
    return this.#each((range) => range.clearNote());
  }

  setNote(note: string | null): this {
    return this.#each((range) => range.setNote(note));
  }

  setBackground(color: string | null): this {
    return this.#each((range) => range.setBackground(color));
  }

  setFontWeight(fontWeight: string | null): this {
    return this.#each((range) => range.setFontWeight(fontWeight));
  }

  setFontColor(color: string | null): this {
    return this.#each((range) => range.setFontColor(color));
  }

  setNumberFormat(numberFormat: string): this {
    return this.#each((range) => range.setNumberFormat(numberFormat));
  }

  setHorizontalAlignment(alignment: string | null): this {
    return this.#each((range) => range.setHorizontalAlignment(alignment));
  }
}

strictClass(RangeList, 'RangeList');
