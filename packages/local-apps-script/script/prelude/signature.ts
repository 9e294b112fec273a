import { serviceError } from './bridge';
import { nameOf } from './strict';

/** As Google writes the class of an object of its own: `DriveApp.Folder`, `SpreadsheetApp.Range`. */
const nameInSignatures = (value: object): string => {
  const name = nameOf(value);
  if (name === undefined) return String(value);
  return /^(File|Folder)/.test(name)
    ? `DriveApp.${name}`
    : OF_SPREADSHEETS.test(name)
      ? `SpreadsheetApp.${name}`
      : name;
};

const OF_SPREADSHEETS =
  /^(Spreadsheet|Sheet|Range|RangeList|NamedRange|Protection|Filter|TextFinder|DataValidation|Embedded\w+)$/;

const typeOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length > 0 ? `${typeOf(value[0])}[]` : 'Array';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'function') return '(class)';
  if (typeof value === 'object') {
    const own = Object.getPrototypeOf(value) === Object.prototype || value instanceof Date;
    return own ? (value instanceof Date ? 'Date' : '(class)') : nameInSignatures(value);
  }
  return typeof value === 'string' ? 'String' : 'Boolean';
};

/** Google's refusal of arguments: `The parameters (String,number) don't match the method signature for MailApp.sendEmail.` */
export const wrongParameters = (args: readonly unknown[], method: string): Error =>
  serviceError(`The parameters (${args.map(typeOf).join(',')}) don't match the method signature for ${method}.`);

const isText = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** The kinds of argument that {@link expectTypes} tells apart; a trailing `?` allows it to be left out. */
export type ArgumentType = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'function' | 'any';

/**
 * Checks arguments as Google's Java side does: a number, boolean or string passes for a string, and so does a list of them
 * (`e.parameters.name`, as scripts pass it on).
 * @throws Exception with Google's wording when the count or a type is wrong.
 */
export const expectTypes = (
  args: readonly unknown[],
  method: string,
  ...types: readonly `${ArgumentType}${'' | '?'}`[]
): void => {
  const least = types.filter((type) => !type.endsWith('?')).length;
  const fits = (value: unknown, type: string): boolean => {
    const optional = type.endsWith('?');
    const wanted = optional ? type.slice(0, -1) : type;
    if (value === undefined) return optional;
    // No method of Google's takes a function for a text or an object.
    if (wanted === 'any') return typeof value !== 'function';
    if (wanted === 'string') return isText(value) || (Array.isArray(value) && value.every(isText));
    if (wanted === 'array') return Array.isArray(value);
    if (wanted === 'number') return typeof value === 'number' && !Number.isNaN(value);
    return wanted === 'object' ? typeof value === 'object' && value !== null : typeof value === wanted;
  };
  const right = args.length >= least && args.length <= types.length && types.every((type, at) => fits(args[at], type));
  if (!right) throw wrongParameters(args, method);
};
