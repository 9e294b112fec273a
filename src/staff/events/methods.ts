import { EVENT_FIELDS, type TypedEvent } from '../../core/event-form';
import { type Check, text } from '../../rpc/argument-checks';
import { dialog, inLive } from '../../rpc/dialog';
import { method } from '../../rpc/rpc';
import type { SavePorts } from '../../rpc/save-tab';
import { readEventsList, saveEvent, settleTypo } from './edit-events';

const isText = text(1_000);

const isEvent: Check<TypedEvent> = (value): value is TypedEvent =>
  EVENT_FIELDS.every((field) => isText((value as Partial<TypedEvent> | null)?.[field]));

const isEventOrNull: Check<TypedEvent | null> = (value): value is TypedEvent | null => value === null || isEvent(value);

/** The dialog Events. */
export const EVENTS = dialog(
  { page: 'events', title: 'Events', size: [720, 640] },
  inLive<SavePorts>({
    'events.read': method([], readEventsList),
    'events.save': method([isEventOrNull, isEvent], saveEvent),
    'events.typo': method([text(20), text(20)], settleTypo),
  }),
);
