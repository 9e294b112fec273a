import type { Problem } from '../kit/problems';

export type EventField =
  | 'code'
  | 'name'
  | 'starts'
  | 'ends'
  | 'city'
  | 'state'
  | 'pickupPlace'
  | 'pickupHours'
  | 'howToPay'
  | 'alsoWritten';

/** An event as typed; dates as `2026-12-04`. */
export type TypedEvent = Readonly<Record<EventField, string>>;

export interface EventLine extends TypedEvent {
  readonly row: number;
  readonly problems: readonly Problem[];
}

/** A code that orders came with and no event has. */
export interface Unknown {
  readonly code: string;
  readonly ids: readonly string[];
  readonly likely: string;
}

export interface EventsList {
  readonly events: readonly EventLine[];
  readonly unknown: readonly Unknown[];
}

export type EventsAnswer = { readonly problems: readonly Problem[] } | EventsList;

export const NEW_EVENT: TypedEvent = {
  code: '',
  name: '',
  starts: '',
  ends: '',
  city: '',
  state: '',
  pickupPlace: '',
  pickupHours: '',
  howToPay: '',
  alsoWritten: '',
};

/** The fields alone, as the program wants them back. */
export const typedOf = (event: TypedEvent): TypedEvent =>
  Object.fromEntries(Object.keys(NEW_EVENT).map((field) => [field, event[field as EventField]])) as TypedEvent;
