import { numberPrefix } from '../domain/order-number';
import { STATES } from '../domain/states';
import { localDateTimeOf, serialOf } from '../workbook/date-serial';
import { codesIn, EVENT_CODE } from '../workbook/events';
import { type Cell, type Row, textOf } from '../workbook/layout';
import type { CellError } from '../workbook/price-list';
import type { TabRows } from '../workbook/view';
import type { FieldProblem } from './refusal';

/** The fields of an event and the columns that hold them. */
const HEADERS = {
  code: 'Event Code',
  name: 'Event Name',
  starts: 'Starts',
  ends: 'Ends',
  city: 'City',
  state: 'State',
  pickupPlace: 'Pickup Place',
  pickupHours: 'Pickup Hours',
  howToPay: 'How To Pay',
  alsoWritten: 'Also Written',
} as const;

export type EventField = keyof typeof HEADERS;
export const EVENT_FIELDS = Object.keys(HEADERS) as readonly EventField[];

/** An event as typed; dates as `2026-12-04`. */
export type TypedEvent = Readonly<Record<EventField, string>>;

/** What is wrong with a field, in a sentence. */
export interface EventProblem extends FieldProblem {
  readonly field: EventField;
}

/** An event as it is in the Events tab. */
export interface EventForm extends TypedEvent {
  readonly row: number;
  /** What cannot be used or contradicts another line, each with its field. */
  readonly problems: readonly EventProblem[];
}

const isDate = (field: EventField): boolean => field === 'starts' || field === 'ends';

/** A date cell as `2026-12-04`; anything else stays as typed. */
const shownCell = (field: EventField, cell: Cell | undefined): string =>
  isDate(field) && typeof cell === 'number' ? localDateTimeOf(Math.floor(cell)).slice(0, 10) : textOf(cell);

/** The events in the order of their tab, without empty rows. */
export const eventForms = (rows: TabRows): EventForm[] => {
  const forms = rows.flatMap((row, index) => {
    const typed = Object.fromEntries(
      EVENT_FIELDS.map((field) => [field, shownCell(field, row[HEADERS[field]])]),
    ) as TypedEvent;
    return EVENT_FIELDS.some((field) => typed[field] !== '') ? [{ ...typed, row: index + 2 }] : [];
  });
  const owners = ownersOf(forms);
  return forms.map((form) => ({ ...form, problems: problemsOf(form, owners) }));
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

const LONGEST: Readonly<Partial<Record<EventField, number>>> = {
  name: 120,
  city: 60,
  pickupPlace: 200,
  pickupHours: 200,
  howToPay: 500,
  alsoWritten: 200,
};

const CODE_RULE = 'use up to 20 letters, digits, - and _';

/** Which events answer to a code, in capitals. */
type Owners = ReadonlyMap<string, readonly TypedEvent[]>;

const ownersOf = (events: readonly TypedEvent[]): Owners => {
  const owners = new Map<string, TypedEvent[]>();
  for (const event of events) {
    for (const code of [event.code, ...codesIn(event.alsoWritten)])
      owners.set(code.toUpperCase(), [...(owners.get(code.toUpperCase()) ?? []), event]);
  }
  return owners;
};

/**
 * What is wrong with an event, a sentence for each field.
 * @param others the events beside it: no two may answer to one code.
 */
export const eventProblems = (event: TypedEvent, others: readonly TypedEvent[]): EventProblem[] =>
  problemsOf(event, ownersOf(others));

const problemsOf = (event: TypedEvent, owners: Owners): EventProblem[] => {
  const problems: EventProblem[] = [];
  const problem = (field: EventField, message: string) => problems.push({ field, message });
  const otherOf = (text: string) => owners.get(text.toUpperCase())?.find((owner) => owner !== event);
  const code = event.code.trim();
  if (code === '') problem('code', 'Enter the code that the ordering platform sends, such as ASDAR26.');
  else if (!EVENT_CODE.test(code)) problem('code', `"${code}" isn't a valid event code: ${CODE_RULE}.`);
  else if (code.toUpperCase() === numberPrefix('')) problem('code', `${code} is reserved for orders without an event.`);
  else {
    const other = otherOf(code);
    if (other) problem('code', `"${code}" is already used for ${other.name || other.code}.`);
  }
  if (event.name.trim() === '') problem('name', 'Enter the name that customers know.');
  for (const [field, most] of Object.entries(LONGEST) as [EventField, number][]) {
    const { length } = event[field].trim();
    if (length > most) problem(field, `This has ${length} characters. The limit is ${most}.`);
  }
  for (const field of ['starts', 'ends'] as const) {
    const day = event[field].trim();
    if (day !== '' && !isDay(day)) problem(field, `"${day}" isn't a date such as 2026-12-04.`);
  }
  if (isDay(event.starts.trim()) && isDay(event.ends.trim()) && event.ends.trim() < event.starts.trim())
    problem('ends', 'The end date is before the start date.');
  const state = event.state.trim();
  if (state !== '' && !STATES.has(state.toUpperCase()))
    problem('state', `"${state}" isn't a state. Use a two-letter code such as FL.`);
  for (const also of codesIn(event.alsoWritten)) {
    const other = otherOf(also);
    if (!EVENT_CODE.test(also)) problem('alsoWritten', `"${also}" isn't a valid event code: ${CODE_RULE}.`);
    else if (other) problem('alsoWritten', `"${also}" is already used for ${other.name || other.code}.`);
  }
  return problems;
};

const cellOf = (field: EventField, typed: string): Cell => {
  const text = typed.trim();
  if (isDate(field) && text !== '') return serialOf(`${text}T00:00:00`);
  if (field === 'state') return text.toUpperCase();
  return field === 'alsoWritten' ? codesIn(text).join(', ') : text;
};

/** The cells of the fields that differ from what they were; all that say anything, for a new event. */
export const eventCells = (was: TypedEvent | null, typed: TypedEvent): Row =>
  Object.fromEntries(
    EVENT_FIELDS.flatMap((field) =>
      typed[field].trim() === (was?.[field].trim() ?? '') ? [] : [[HEADERS[field], cellOf(field, typed[field])]],
    ),
  );

/** The errors in the Events tab. A missing name isn't one: the event is then called by its code. */
export const eventErrors = (rows: TabRows): CellError[] =>
  eventForms(rows).flatMap(({ row, name, problems }) =>
    problems
      .filter(({ field }) => field !== 'name' || name !== '')
      .map(({ field, message }) => ({ tab: 'events', row, header: HEADERS[field], message })),
  );
