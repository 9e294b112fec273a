import { type Cell, type Row, textOf } from './layout';

/** An event whose photos are sold. */
export interface PhotoEvent {
  readonly code: string;
  readonly name: string;
  readonly pickupPlace: string;
  readonly pickupHours: string;
  readonly howToPay: string;
}

/** Letters, digits, `-` and `_`, 20 at most: order numbers begin with it. */
export const EVENT_CODE = /^[A-Za-z0-9_-]{1,20}$/;

/** The sample event of a fresh set-up. Dates are serial numbers (2026-12-04 to 2026-12-06). */
export const SAMPLE_EVENT: Row = {
  'Event Code': 'ASDAR26',
  'Event Name': 'All Star Dance Regionals 2026',
  Starts: 46360,
  Ends: 46362,
  City: 'Orlando',
  State: 'FL',
  'Pickup Place': 'CPS table in the main lobby',
  'Pickup Hours': '9 am to 6 pm on all days of the event',
};

/**
 * Where and when to pick up, as one phrase without a period; blank without a place, because hours alone don't help.
 */
export const pickupPlaceOf = (event: PhotoEvent | null): string =>
  event?.pickupPlace
    ? [event.pickupPlace, event.pickupHours]
        .filter(Boolean)
        .join(', ')
        .replace(/[\s.]+$/, '')
    : '';

/** The codes in an "Also Written" cell: `ASDRA26, ASDR26`. */
export const codesIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter(Boolean);

/**
 * The events by code in capitals, and by each code that is also written for them. Rows without a code are passed over;
 * of a doubled code the first counts, and an event's own code before one that is also written.
 */
export const readEvents = (rows: readonly Readonly<Record<string, Cell>>[]): ReadonlyMap<string, PhotoEvent> => {
  const events = new Map<string, PhotoEvent>();
  const also: [string, PhotoEvent][] = [];
  for (const row of rows) {
    const code = textOf(row['Event Code']);
    const key = code.toUpperCase();
    if (!code || events.has(key)) continue;
    const event = {
      code,
      name: textOf(row['Event Name']) || code,
      pickupPlace: textOf(row['Pickup Place']),
      pickupHours: textOf(row['Pickup Hours']),
      howToPay: textOf(row['How To Pay']),
    };
    events.set(key, event);
    for (const other of codesIn(textOf(row['Also Written']).toUpperCase())) also.push([other, event]);
  }
  return new Map([...also.reverse(), ...events]);
};

/** The code of the event that an order's code stands for, in capitals; one that no event has stands for itself. */
export const eventCodeOf = (events: ReadonlyMap<string, PhotoEvent>, code: string): string => {
  const key = code.trim().toUpperCase();
  return events.get(key)?.code.toUpperCase() ?? key;
};
