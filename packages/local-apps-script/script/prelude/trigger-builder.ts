import { running, serviceError } from './bridge';
import { expectTypes } from './signature';
import { Guarded, strictClass } from './strict';

/** When a trigger fires: the plain form that Google's side keeps. */
export type TriggerPlan =
  | { readonly on: 'edit' | 'open' | 'change' | 'formSubmit'; readonly file: string }
  | { readonly on: 'clock'; readonly clock: ClockPlan };

/** `every`: minutes, hours, days or weeks; `once`: after some milliseconds or at an epoch millisecond. */
export interface ClockPlan {
  minutes?: number;
  hours?: number;
  days?: number;
  weeks?: number;
  weekDay?: string;
  monthDay?: number;
  hour?: number;
  minute?: number;
  zone?: string;
  after?: number;
  at?: number;
}

type Create = (plan: TriggerPlan) => unknown;

class SpreadsheetTriggerBuilder extends Guarded {
  readonly #create: Create;
  readonly #file: string;
  #on: 'edit' | 'open' | 'change' | 'formSubmit' | null = null;

  constructor(create: Create, file: string) {
    super();
    this.#create = create;
    this.#file = file;
  }

  #set(on: 'edit' | 'open' | 'change' | 'formSubmit'): this {
    this.#on = on;
    return this;
  }

  onEdit(): this {
    return this.#set('edit');
  }

  onOpen(): this {
    return this.#set('open');
  }

  onChange(): this {
    return this.#set('change');
  }

  onFormSubmit(): this {
    return this.#set('formSubmit');
  }

  create(): unknown {
    if (!this.#on) throw serviceError('The event type of the trigger is not set.');
    return this.#create({ on: this.#on, file: this.#file });
  }
}

strictClass(SpreadsheetTriggerBuilder, 'SpreadsheetTriggerBuilder');

class ClockTriggerBuilder extends Guarded {
  readonly #create: Create;
  readonly #plan: ClockPlan = {};

  constructor(create: Create) {
    super();
    this.#create = create;
  }

  #with(name: keyof ClockPlan & string, args: readonly unknown[]): this {
    expectTypes(args, `ScriptApp.ClockTriggerBuilder.${name}`, 'number');
    Object.assign(this.#plan, { [name]: args[0] });
    return this;
  }

  everyMinutes(...args: [n: number]): this {
    expectTypes(args, 'ScriptApp.ClockTriggerBuilder.everyMinutes', 'number');
    if (![1, 5, 10, 15, 30].includes(args[0]))
      throw serviceError('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    return this.#with('minutes', args);
  }

  everyHours(...args: [n: number]): this {
    return this.#with('hours', args);
  }

  everyDays(...args: [n: number]): this {
    return this.#with('days', args);
  }

  everyWeeks(...args: [n: number]): this {
    return this.#with('weeks', args);
  }

  onWeekDay(...args: [day: { name(): string }]): this {
    expectTypes(args, 'ScriptApp.ClockTriggerBuilder.onWeekDay', 'object');
    this.#plan.weekDay = args[0].name();
    return this;
  }

  onMonthDay(...args: [day: number]): this {
    return this.#with('monthDay', args);
  }

  atHour(...args: [hour: number]): this {
    return this.#with('hour', args);
  }

  nearMinute(...args: [minute: number]): this {
    return this.#with('minute', args);
  }

  inTimezone(...args: [zone: string]): this {
    expectTypes(args, 'ScriptApp.ClockTriggerBuilder.inTimezone', 'string');
    this.#plan.zone = args[0];
    return this;
  }

  after(...args: [milliseconds: number]): this {
    return this.#with('after', args);
  }

  at(...args: [date: Date]): this {
    expectTypes(args, 'ScriptApp.ClockTriggerBuilder.at', 'object');
    this.#plan.at = args[0].getTime();
    return this;
  }

  atDate(...args: [year: number, month: number, day: number]): this {
    expectTypes(args, 'ScriptApp.ClockTriggerBuilder.atDate', 'number', 'number', 'number');
    this.#plan.at = new Date(args[0], args[1] - 1, args[2]).getTime();
    return this;
  }

  create(): unknown {
    return this.#create({ on: 'clock', clock: { zone: running.timeZone, ...this.#plan } });
  }
}

strictClass(ClockTriggerBuilder, 'ClockTriggerBuilder');

/** What `ScriptApp.newTrigger` returns. */
export class TriggerBuilder extends Guarded {
  readonly #create: Create;

  constructor(create: Create) {
    super();
    this.#create = create;
  }

  forSpreadsheet(...args: [file: string | { getId(): string }]): SpreadsheetTriggerBuilder {
    const [file] = args;
    expectTypes(args, 'ScriptApp.TriggerBuilder.forSpreadsheet', typeof file === 'object' ? 'object' : 'string');
    return new SpreadsheetTriggerBuilder(this.#create, typeof file === 'object' ? file.getId() : String(file));
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#create);
  }
}

strictClass(TriggerBuilder, 'TriggerBuilder');
