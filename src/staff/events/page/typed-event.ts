import type { EventField, TypedEvent } from '../../../core/event-form';

/** An event of which nothing has been typed yet. */
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
