import { call, serviceError } from '../bridge';
import { wrongParameters } from '../signature';
import { fits } from './arguments';
import { enums } from './enums';
import { RangeBase, rangeRef } from './range-base';

/** Properties of a cell's format that are set and read by four methods each, and the type that is given. */
interface Properties {
  NumberFormat: string;
  Background: string;
  FontColor: string;
  FontWeight: string;
  FontStyle: string;
  FontLine: string;
  FontSize: number;
  FontFamily: string;
  HorizontalAlignment: string;
  VerticalAlignment: string;
  Wrap: boolean;
}

type Name = keyof Properties;
type Plural<Key extends Name> = Key extends 'FontFamily' ? 'FontFamilies' : `${Key}s`;

type Getters = { [Key in Name as `get${Key}`]: () => Properties[Key] };
type GridGetters = { [Key in Name as `get${Plural<Key>}`]: () => Properties[Key][][] };
type Setters<Self> = { [Key in Name as `set${Key}`]: (value: Properties[Key] | null) => Self };
type GridSetters<Self> = { [Key in Name as `set${Plural<Key>}`]: (values: (Properties[Key] | null)[][]) => Self };

const TYPES: Readonly<Record<Name, 'string' | 'number' | 'boolean'>> = {
  NumberFormat: 'string',
  Background: 'string',
  FontColor: 'string',
  FontWeight: 'string',
  FontStyle: 'string',
  FontLine: 'string',
  FontSize: 'number',
  FontFamily: 'string',
  HorizontalAlignment: 'string',
  VerticalAlignment: 'string',
  Wrap: 'boolean',
};

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the methods are defined below, one loop for all properties.
export class RangeFormats extends RangeBase {
  getWrapStrategy() {
    return enums.WrapStrategy[call('Range.getWrapStrategy', rangeRef(this)) as keyof typeof enums.WrapStrategy];
  }

  setWrapStrategy(...args: [strategy: object]): this {
    fits('Range.setWrapStrategy', args, ['object']);
    call('Range.setWrapStrategy', rangeRef(this), String(args[0]));
    return this;
  }

  setBackgroundRGB(...args: [red: number, green: number, blue: number]): this {
    fits('Range.setBackgroundRGB', args, ['number', 'number', 'number']);
    const hex = args.map((part) => Math.trunc(part).toString(16).padStart(2, '0')).join('');
    call('Range.setBackground', rangeRef(this), `#${hex}`);
    return this;
  }

  /** Borders are not kept: only the arguments are looked at. */
  setBorder(...args: unknown[]): this {
    const sides = args.slice(0, 6).every((side) => side === null || typeof side === 'boolean');
    const style = args.slice(6).every((each, at) => each === null || typeof each === (at === 0 ? 'string' : 'object'));
    if ((args.length !== 6 && args.length !== 8) || !sides || !style)
      throw wrongParameters(args, 'SpreadsheetApp.Range.setBorder');
    return this;
  }
}

/** The get and set methods of {@link Properties}, and their plurals. */
export interface RangeFormats extends Getters, GridGetters, Setters<RangeFormats>, GridSetters<RangeFormats> {}

const define = (name: string, method: (this: RangeFormats, ...args: unknown[]) => unknown): void => {
  Object.defineProperty(RangeFormats.prototype, name, { value: method, writable: true, configurable: true });
};

for (const [name, type] of Object.entries(TYPES) as [Name, (typeof TYPES)[Name]][]) {
  const plural = name === 'FontFamily' ? 'FontFamilies' : `${name}s`;
  const isGood = (value: unknown): boolean => value === null || typeof value === type;
  for (const getter of [`get${name}`, `get${plural}`]) {
    define(getter, function () {
      return call(`Range.${getter}`, rangeRef(this));
    });
  }
  define(`set${name}`, function (...args) {
    fits(`Range.set${name}`, args, [isGood]);
    call(`Range.set${name}`, rangeRef(this), args[0]);
    return this;
  });
  define(`set${plural}`, function (...args) {
    fits(`Range.set${plural}`, args, ['grid']);
    const grid = args[0] as unknown[][];
    if (!grid.every((line) => line.every(isGood))) throw serviceError(`Invalid argument: ${plural}`);
    call(`Range.set${plural}`, rangeRef(this), grid);
    return this;
  });
}
