import type { EventField, TypedEvent } from '../../../core/event-form';

/** An empty event. */
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

/** Only the fields, as the program expects them. */
export const typedOf = (event: TypedEvent): TypedEvent =>
  Object.fromEntries(Object.keys(NEW_EVENT).map((field) => [field, event[field as EventField]])) as TypedEvent;
