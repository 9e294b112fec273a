/** A request to the control API that cannot be carried out as it is written; answered with its status and `{error}`. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** The body of a control call: a JSON object. */
export type Input = Readonly<Record<string, unknown>>;

const LONGEST_SHOWN = 60;

const shown = (value: unknown): string => {
  if (value === undefined) return 'it is missing';
  const text = JSON.stringify(value) ?? String(value);
  return `not ${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}`;
};

/** @throws BadInput saying that `field` must be `what`, and what it is instead. */
const refuse = (field: string, what: string, value: unknown): never => {
  throw new BadInput(`"${field}" must be ${what}; ${value === undefined ? '' : 'it is '}${shown(value)}.`);
};

/** Reads the JSON object of a body; an empty body is `{}`. @throws BadInput */
export const parseInput = (body: string): Input => {
  if (body.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new BadInput(`The body isn't JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadInput(`The body must be a JSON object, ${shown(value)}.`);
  }
  return value as Input;
};

/** A text that is not empty. @throws BadInput */
export const text = (input: Input, field: string): string => {
  const value = input[field];
  return typeof value === 'string' && value !== '' ? value : refuse(field, 'a text that is not empty', value);
};

/** A text, or undefined when the field is absent. @throws BadInput */
export const optionalText = (input: Input, field: string): string | undefined => {
  const value = input[field];
  return value === undefined || value === null || typeof value === 'string'
    ? (value ?? undefined)
    : refuse(field, 'a text', value);
};

/** A list of texts, which may be empty. @throws BadInput */
export const texts = (input: Input, field: string): string[] => {
  const value = input[field];
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? (value as string[])
    : refuse(field, 'a list of texts', value);
};

/** A whole number of at least `least`, or undefined when the field is absent. @throws BadInput */
export const optionalCount = (input: Input, field: string, least = 1): number | undefined => {
  const value = input[field];
  if (value === undefined) return undefined;
  return Number.isSafeInteger(value) && (value as number) >= least
    ? (value as number)
    : refuse(field, `a whole number of at least ${least}`, value);
};

/** A boolean, or undefined when the field is absent. @throws BadInput */
export const optionalFlag = (input: Input, field: string): boolean | undefined => {
  const value = input[field];
  return value === undefined || typeof value === 'boolean' ? value : refuse(field, 'true or false', value);
};

/** One of `choices`; `fallback` when the field is absent. @throws BadInput */
export const choice = <T extends string>(input: Input, field: string, choices: readonly T[], fallback?: T): T => {
  const value = input[field] ?? fallback;
  return choices.includes(value as T) ? (value as T) : refuse(field, `one of ${choices.join(', ')}`, input[field]);
};

/** What a cell can be given: a scalar; null and '' clear it. */
export type Cell = string | number | boolean | null;

/** Rows of cells, all of the same length. @throws BadInput */
export const grid = (input: Input, field: string): Cell[][] => {
  const rows = input[field];
  if (!Array.isArray(rows) || rows.length === 0 || !rows.every((row) => Array.isArray(row) && row.length > 0)) {
    return refuse(field, 'a list of rows, each a list of cells', rows);
  }
  const width = (rows[0] as unknown[]).length;
  for (const [index, row] of (rows as unknown[][]).entries()) {
    if (row.length !== width)
      throw new BadInput(
        `"${field}" must have rows of the same length: row ${index + 1} has ${row.length} cells, the first row ${width}.`,
      );
    for (const cell of row) {
      if (cell !== null && typeof cell === 'object')
        refuse(field, 'made up of texts, numbers, true, false and null', cell);
    }
  }
  return rows as Cell[][];
};

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const LONGEST_ADVANCE = 400 * 86_400_000;

/** An ISO 8601 duration of weeks to seconds (`PT1H`, `P6D`) in milliseconds. @throws BadInput */
export const duration = (input: Input, field: string): number => {
  const value = input[field];
  const parts = typeof value === 'string' ? DURATION.exec(value) : null;
  if (!parts || /[PT]$/.test(parts[0])) {
    return refuse(field, 'an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as PT1H or P6D', value);
  }
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const milliseconds = Math.round(((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
  return milliseconds <= LONGEST_ADVANCE ? milliseconds : refuse(field, 'at most 400 days', value);
};
