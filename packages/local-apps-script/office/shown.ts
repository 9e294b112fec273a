import type { ExecutionRecord } from '../google/execution';
import type { Json } from '../google/operations';
import type { People } from '../google/people';
import { mailQuotaLeft } from '../google/services/mail';
import type { Menu, MenuItem } from '../google/ui-store';
import type { Tab } from '../google/workbook/tab';
import type { World } from '../google/world';

const iso = (epoch: number): string => new Date(epoch).toISOString();

/** An execution as `GET /local/executions` shows it. */
export const executionShown = (record: ExecutionRecord): Json => {
  const { id, kind, effectiveUser, start, end, status, error, calls, cellsRead, cellsWritten, cost, log } = record;
  const { place, stack, refusals } = record;
  return {
    id,
    kind,
    function: record.function,
    user: effectiveUser,
    start: iso(start),
    end: end === null ? null : iso(end),
    status,
    error,
    place: place && { ...place },
    stack,
    refusals: [...refusals],
    calls: { ...calls },
    cellsRead,
    cellsWritten,
    cost: Math.round(cost),
    log: [...log],
  };
};

/** What `since` stands for: an id (whole number) or an ISO time. @throws RangeError naming what is neither. */
const sinceOf = (since: string | undefined): { id: number } | { time: number } => {
  if (since === undefined || since === '') return { id: 0 };
  if (/^\d+$/.test(since)) return { id: Number(since) };
  const time = Date.parse(since);
  if (Number.isNaN(time)) throw new RangeError(`since must be an id or an ISO time, not ${JSON.stringify(since)}`);
  return { time };
};

/** Executions after an id, or started at an ISO time or later. */
export const executionsAfter = (records: readonly ExecutionRecord[], since?: string): Json => {
  const from = sinceOf(since);
  const wanted = records.filter(({ id, start }) => ('id' in from ? Number(id) > from.id : start >= from.time));
  return wanted.map(executionShown);
};

/** Emails after an id, or sent at an ISO time or later. */
export const mailsAfter = (world: World, since?: string): Json => {
  const from = sinceOf(since);
  const mails = world.mailbox.after('id' in from ? from.id : 0);
  const wanted = 'id' in from ? mails : mails.filter(({ time }) => Date.parse(time) >= from.time);
  return wanted.map((mail) => ({ ...mail, attachments: mail.attachments.map((file) => ({ ...file })) }));
};

const itemShown = (item: MenuItem): Json => {
  if (item.type === 'separator') return { separator: true };
  if (item.type === 'item') return { item: item.caption, function: item.function };
  return { menu: item.menu.caption, items: item.menu.items.map(itemShown) };
};

const menuShown = (menu: Menu): Json => ({ menu: menu.caption, items: menu.items.map(itemShown) });

/** What `GET /local/state` answers (docs/design.md 6.6), for one spreadsheet. */
export const stateOf = (
  world: World,
  { operator }: People,
  file: string,
  functions: readonly string[],
  timeZone: string,
): { readonly [name: string]: Json } => {
  const now = world.clock.now();
  return {
    spreadsheet: file,
    tabs: (world.workbooks.get(file)?.tabs ?? []).map(tabShown),
    menu: world.ui.menusOf(file, operator).map(menuShown),
    functions,
    toasts: world.ui.toasts.map((toast) => ({ ...toast })),
    dialogs: world.ui.dialogs.map(({ id, kind, title, text, buttons, width, height, user }) => ({
      id,
      kind,
      title,
      text,
      buttons,
      width,
      height,
      user,
    })),
    triggers: world.triggers.all().map(({ id, handler, event, user, next }) => ({
      id,
      handler,
      event,
      user,
      next: next === null ? null : iso(next),
    })),
    clock: iso(now),
    timeZone,
    mailQuotaLeft: mailQuotaLeft(world, operator, now),
    webAppUrl: world.webAppUrl,
  };
};

const tabShown = ({ name, meta }: Tab): Json => ({
  name,
  hidden: meta.hidden,
  rows: meta.rowCount,
  columns: meta.columnCount,
});
