import { Clock } from '../../google/clock';
import type { Json } from '../../google/operations';
import { PEOPLE, type Person } from '../../google/people';
import { World } from '../../google/world';

/** An event as the hands give it. */
export interface Event {
  readonly type: string;
  readonly user: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/** A world with one spreadsheet, `Items` its first tab, and what people do in it. */
export const atHand = (now = '2026-10-02T15:00:00Z') => {
  const clock = new Clock();
  clock.freeze(Date.parse(now));
  const world = new World(clock);
  const actor = (person: Person, bound: string) => ({
    effectiveUser: PEOPLE[person],
    activeUser: PEOPLE[person],
    execution: 'host',
    bound,
  });
  const args = ['Test', PEOPLE.operator, [PEOPLE.staff], 'America/New_York'];
  const file = world.perform('Host.create', args, actor('operator', '')) as string;
  const as =
    (person: Person) =>
    (name: string, ...rest: Json[]): Json =>
      (world.perform(name, [file, ...rest], actor(person, file)) ?? null) as Json;
  as('operator')('Sheets.Spreadsheets.batchUpdate', {
    requests: [{ updateSheetProperties: { properties: { sheetId: 0, title: 'Items' }, fields: 'title' } }],
  });
  const edit = (range: string, values: Json, person: Person = 'staff') =>
    as(person)('Host.edit', 'Items', range, values) as unknown as Event[];
  const undo = (person: Person = 'staff') => as(person)('Host.undo') as unknown as Event[];
  const rows = (asked: Record<string, Json>, person: Person = 'staff') =>
    as(person)('Host.rows', { sheet: 'Items', ...asked }) as unknown as Event[];
  // biome-ignore lint/suspicious/noExplicitAny: the view of a tab has many parts.
  const view = (from = 1, count = 100) => as('operator')('Host.sheet', 'Items', from, count) as any;
  const display = () => view().display.map((line: string[]) => line.slice(0, 4));
  const api = (...requests: Json[]) => as('operator')('Sheets.Spreadsheets.batchUpdate', { requests });
  return { world, file, as, edit, undo, rows, view, display, api };
};
