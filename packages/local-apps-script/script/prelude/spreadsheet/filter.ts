import { call } from '../bridge';
import { Guarded, strictClass } from '../strict';
import { fits } from './arguments';
import { type Condition, condition } from './conditions';
import { make } from './makers';
import type { Range } from './range';
import type { RangeRef } from './refs';

/** What a filter shows of a column, API shape. */
interface Criteria {
  readonly hiddenValues?: readonly string[];
  readonly condition?: Condition;
}

let readCriteria: (criteria: FilterCriteria) => Criteria;

/** What a filter hides of one column. */
export class FilterCriteria extends Guarded {
  readonly #criteria: Criteria;

  static {
    readCriteria = (criteria) => criteria.#criteria;
  }

  constructor(criteria: Criteria) {
    super();
    this.#criteria = criteria;
  }

  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.#criteria);
  }

  getHiddenValues(): string[] {
    return [...(this.#criteria.hiddenValues ?? [])];
  }
}

/** Builds {@link FilterCriteria}. */
export class FilterCriteriaBuilder extends Guarded {
  #criteria: Criteria;

  constructor(criteria: Criteria = {}) {
    super();
    this.#criteria = criteria;
  }

  #when(criteria: string, values: readonly unknown[]): this {
    this.#criteria = { condition: condition(criteria, values) };
    return this;
  }

  setHiddenValues(...args: [values: string[]]): this {
    fits('FilterCriteriaBuilder.setHiddenValues', args, ['array']);
    this.#criteria = { hiddenValues: args[0] };
    return this;
  }

  whenTextEqualTo(...args: [text: string]): this {
    fits('FilterCriteriaBuilder.whenTextEqualTo', args, ['string']);
    return this.#when('TEXT_EQUAL_TO', args);
  }

  whenTextContains(...args: [text: string]): this {
    fits('FilterCriteriaBuilder.whenTextContains', args, ['string']);
    return this.#when('TEXT_CONTAINS', args);
  }

  whenCellEmpty(): this {
    return this.#when('CELL_EMPTY', []);
  }

  whenCellNotEmpty(): this {
    return this.#when('CELL_NOT_EMPTY', []);
  }

  whenNumberGreaterThan(...args: [number: number]): this {
    fits('FilterCriteriaBuilder.whenNumberGreaterThan', args, ['number']);
    return this.#when('NUMBER_GREATER_THAN', args);
  }

  build(): FilterCriteria {
    return new FilterCriteria(this.#criteria);
  }
}

/** The filter of a tab. Columns are absolute, 1-based. */
export class Filter extends Guarded {
  readonly #ref: RangeRef;

  constructor(ref: RangeRef) {
    super();
    this.#ref = ref;
  }

  getRange(): Range {
    return make.range(this.#ref);
  }

  getColumnFilterCriteria(...args: [columnPosition: number]): FilterCriteria | null {
    fits('Filter.getColumnFilterCriteria', args, ['number']);
    const criteria = call('Filter.getColumnFilterCriteria', this.#ref, args[0] - 1) as Criteria | null;
    return criteria && new FilterCriteria(criteria);
  }

  setColumnFilterCriteria(...args: [columnPosition: number, filterCriteria: FilterCriteria | null]): this {
    fits('Filter.setColumnFilterCriteria', args, ['number', 'object|null']);
    call('Filter.setColumnFilterCriteria', this.#ref, args[0] - 1, args[1] && readCriteria(args[1]));
    return this;
  }

  removeColumnFilterCriteria(...args: [columnPosition: number]): this {
    fits('Filter.removeColumnFilterCriteria', args, ['number']);
    call('Filter.setColumnFilterCriteria', this.#ref, args[0] - 1, null);
    return this;
  }

  sort(...args: [columnPosition: number, ascending: boolean]): this {
    fits('Filter.sort', args, ['number', 'boolean']);
    call('Filter.sort', this.#ref, args[0] - 1, args[1]);
    return this;
  }

  remove(): void {
    call('Filter.remove', this.#ref);
  }
}

strictClass(FilterCriteria, 'FilterCriteria');
strictClass(FilterCriteriaBuilder, 'FilterCriteriaBuilder');
strictClass(Filter, 'Filter');
