import {
  EVENT_FIELDS,
  type EventForm,
  eventCells,
  eventForms,
  eventProblems,
  type TypedEvent,
} from '../../core/event-form';
import type { FieldProblem } from '../../core/refusal';
import { parseOrderNumber } from '../../domain/order-number';
import { count } from '../../domain/text/for-people';
import { ForPeople } from '../../rpc/rpc';
import { nextRow, type SavePorts, saveTab } from '../../rpc/save-tab';
import { codesIn } from '../../workbook/events';
import { textOf } from '../../workbook/layout';
import type { WorkbookView } from '../../workbook/view';
import { readUnknownCodes, type UnknownCode } from './unknown-codes';

/** What the dialog shows. */
export interface EventsList {
  readonly events: readonly EventForm[];
  /** Codes of orders that match no event. */
  readonly unknown: readonly UnknownCode[];
}

/** The result of saving: what is wrong with the fields, or the events as they are now. */
export type EventsAnswer = { readonly problems: readonly FieldProblem[] } | EventsList;

const listOf = (ports: SavePorts, view: WorkbookView): EventsList => ({
  events: eventForms(view.events),
  unknown: readUnknownCodes(ports.ledger, view, ports.clock.now()),
});

/** The events, and the unknown codes. */
export const readEventsList = (ports: SavePorts): EventsList => listOf(ports, ports.workbook.read());

const isSame = (a: TypedEvent, b: TypedEvent): boolean => EVENT_FIELDS.every((field) => a[field] === b[field]);

const CHANGED_SINCE =
  'Someone else changed this event while you were editing it. Your changes weren’t saved. Check the current version first.';

/**
 * Saves an event: only the cells that differ are written.
 * @param was the event as it was shown; null for a new one.
 * @throws ForPeople when someone has changed it since.
 */
export const saveEvent = (ports: SavePorts, was: TypedEvent | null, typed: TypedEvent): EventsAnswer => {
  let problems: readonly FieldProblem[] = [];
  const after = saveTab(ports, 'events', (view) => {
    const events = eventForms(view.events);
    const mine = was ? events.find((event) => isSame(event, was)) : null;
    if (mine === undefined) throw new ForPeople(CHANGED_SINCE);
    problems = [
      ...(mine ? codeProblem(ports, view, mine.code, typed.code) : []),
      ...eventProblems(
        typed,
        events.filter((event) => event !== mine),
      ),
    ];
    const row = eventCells(mine, typed);
    const [header] = Object.keys(row);
    if (problems.length > 0 || !header) return { changes: [], told: '' };
    const told = mine
      ? `Event ${mine.code} changed: ${Object.keys(row).join(', ')}.`
      : `Event ${typed.code.trim()} (${typed.name.trim()}) added.`;
    const at = mine?.row ?? nextRow(view.events, 'events');
    return { changes: [{ change: mine ? 'update' : 'insert', at, row }], told };
  });
  return problems.length > 0 ? { problems } : listOf(ports, after);
};

/** Orders keep the code that they came with, so an event can't drop it. */
const codeProblem = ({ ledger }: SavePorts, view: WorkbookView, was: string, now: string): FieldProblem[] => {
  const prefix = was.toUpperCase();
  if (prefix === '' || prefix === now.trim().toUpperCase()) return [];
  const orders = ledger
    .column(view, 'Order Number')
    .filter((number) => parseOrderNumber(textOf(number))?.prefix === prefix).length;
  if (orders === 0) return [];
  const message = `${count(orders, 'order')} ${orders === 1 ? 'uses' : 'use'} the code ${was}, so it can't be changed. Add the new code under "Also written as" instead.`;
  return [{ field: 'code', message }];
};

/**
 * "It's a typo": from now on the code counts as that event, for past and future orders. Their numbers stay the same.
 */
export const settleTypo = (ports: SavePorts, code: string, eventCode: string): EventsAnswer => {
  const { events } = readEventsList(ports);
  const event = events.find((each) => each.code.toUpperCase() === eventCode.toUpperCase());
  if (!event) throw new ForPeople(`There is no longer an event with the code ${eventCode}. Nothing was changed.`);
  const alsoWritten = [...codesIn(event.alsoWritten), code].join(', ');
  const answer = saveEvent(ports, event, { ...typedOf(event), alsoWritten });
  if ('problems' in answer)
    throw new ForPeople(`Nothing was changed. ${answer.problems.map(({ message }) => message).join(' ')}`);
  return answer;
};

const typedOf = (event: TypedEvent): TypedEvent =>
  Object.fromEntries(EVENT_FIELDS.map((field) => [field, event[field]])) as TypedEvent;
