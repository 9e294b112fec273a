import { columnLetters, type Office } from 'local-apps-script';
import { columnOf, shownText, tabOf } from 'local-apps-script/host';
import type { SampleEvent } from './events';
import type { TypedStep } from './story';

/**
 * Pastes a status over the cells of some orders, as staff do. Cells that are at another status are pasted as they
 * are: that changes nothing.
 */
export const typeStatus = async (office: Office, { orderIds, from, to }: TypedStep): Promise<void> => {
  const tab = tabOf(office, 'Orders');
  const [ids, statuses] = [columnOf(tab, 'Order ID'), columnOf(tab, 'Status')];
  const wanted = new Set(orderIds);
  const rows = Array.from({ length: tab.lastRow() }, (_, row) => row).filter((row) =>
    wanted.has(shownText(tab, row, ids)),
  );
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const values = Array.from({ length: last - first + 1 }, (_, index) => {
    const status = shownText(tab, first + index, statuses);
    return [wanted.has(shownText(tab, first + index, ids)) && status === from ? to : status];
  });
  const letter = columnLetters(statuses + 1);
  const range = `${letter}${first + 1}:${letter}${last + 1}`;
  await office.edit({ sheet: 'Orders', range, values, user: 'staff', pasted: true });
};

const DAY = 86_400_000;
const dateText = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Types the events into their tab, as staff do; columns are found by their headers. `period` is milliseconds. */
export const typeEvents = async (
  office: Office,
  events: readonly SampleEvent[],
  start: number,
  period: number,
): Promise<void> => {
  const tab = tabOf(office, 'Events');
  const headers = Array.from({ length: tab.lastColumn() }, (_, column) => shownText(tab, 0, column));
  const lines = events.map((event) => {
    const begins = start + event.start * period;
    const cells: Record<string, string> = {
      'Event Code': event.code,
      'Event Name': event.name,
      Starts: dateText(begins),
      Ends: dateText(begins + 2 * DAY),
      City: event.city,
      State: event.state,
      'Pickup Place': event.pickupPlace,
      'Pickup Hours': event.pickupHours,
      'How To Pay': event.howToPay,
    };
    return headers.map((header) => cells[header] ?? '');
  });
  const range = `A2:${columnLetters(headers.length)}${1 + lines.length}`;
  if (headers.length > 0) await office.edit({ sheet: 'Events', range, values: lines });
};
