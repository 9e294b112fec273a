import type { Json, Office } from 'local-apps-script';
import { PAGE_SECRET, type PagePurpose, pageToken } from '../../src/core/page-token';
import { nodeCrypto } from '../support/node-crypto';
import { openedPage } from '../support/rpc';
import { openShop, PAUL, type Shop } from '../support/shop';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A sheet in use that a stranger would like to get into, all its chores done, and what he may have got hold of. */
export interface Target {
  readonly shop: Shop;
  readonly office: Office;
  /** Tokens of dialogs: made up, dead, and one that a member of staff has open at this moment. */
  readonly tokens: Readonly<Record<'made up' | 'dead' | 'another person’s', string>>;
  /** A token of a customer's page. @param from the moment from which its life counts. */
  pageToken(page: PagePurpose, orderId: string, from?: string): string;
  /**
   * All that could be changed by a call, part by part; the clock, caches and logs of executions left out, and the note of
   * when the sweep last ran and what it saw, which is true whoever had it run.
   */
  state(): Readonly<Record<string, string>>;
  /** Texts that no stranger may read. */
  readonly secrets: readonly string[];
}

const SECRETS_OF_PAUL = [PAUL.email, PAUL.phone, PAUL.street, 'Paul Smith', 'operator@', 'staff@', 'whsec_'];

/** Orders in every status, feedback, dialogs that are open, all emails sent; posts and reads need a signature. */
export const openTarget = async (script = 'dist'): Promise<Target> => {
  const shop = await openShop({ script });
  const { office } = shop;
  const { clock } = office.world;
  office.world.webAppUrl = 'https://script.example/exec';
  await office.openSheet();
  await showToday(office, 'staff');
  const dead = openedPage(office)?.token ?? '';
  for (const n of [1, 2, 3, 4]) await shop.post({ ...PAUL, orderId: `order-${n}` });
  await shop.type('L3:L5', [['paid'], ['paid'], ['cancelled']]);
  await shop.type('L4', 'shipped');
  await shop.post({ route: 'orders/feedback', orderId: 'order-3', rating: 2, feedback: 'Too dark' });
  clock.advance(30 * HOUR);
  for (const chore of ['App.nightly', 'App.morning', 'App.sweep', 'App.sweep']) {
    clock.advance(5 * MINUTE);
    await office.call(chore);
  }
  await showToday(office, 'staff');
  const open = openedPage(office)?.token ?? '';
  const properties = () => office.world.properties.read(`script:${office.bound}`);
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'signature'], host);
  const keys = Object.values(properties()).filter((value) => value.length >= 32 && !value.includes(' '));
  return {
    shop,
    office,
    tokens: { 'made up': 'f'.repeat(64), dead, 'another person’s': open },
    pageToken: (page, orderId, from = new Date(clock.now()).toISOString()) =>
      pageToken(nodeCrypto, properties()[PAGE_SECRET] ?? '', page, orderId, from),
    state: () => {
      const { clock: _, workbooks, properties: __, ...rest } = office.world.toJSON();
      const files = workbooks.files.map(({ tabs, ...file }) => [file, tabs.length]);
      const tabs = workbooks.files.flatMap((file) => file.tabs.map((tab, index) => [`tab ${file.id} ${index}`, tab]));
      const kept = Object.entries(properties()).filter(([name]) => !['LAST_SWEEP', 'LOOKED'].includes(name));
      const dialogs = office.world.ui.dialogs.length;
      const parts = { ...rest, files, ...Object.fromEntries(tabs), properties: kept, dialogs };
      return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)]));
    },
    secrets: [...SECRETS_OF_PAUL, ...keys],
  };
};

/** The parts of the state that are not as they were. */
export const changedParts = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((part) => before[part] !== after[part]);

/** Opens a dialog, whether the build has methods or top-level functions for the menu. */
const showToday = (office: Office, user: string) => office.call('App.showToday', [], user);

const WEB_EVENTS: Json[] = [
  { parameters: { route: ['orders'] }, parameter: { route: 'orders' } },
  { parameters: { page: ['feedback'], t: ['x'], rating: ['1'], action: ['rate'] } },
  { parameters: {}, postData: { contents: '{"route":"orders/status","orderId":"order-1","status":"cancelled"}' } },
  { parameters: {}, postData: { contents: JSON.stringify({ ...PAUL, orderId: 'order-9' }), type: 'text/plain' } },
  { parameters: { 'webhook-id': ['a'], 'webhook-timestamp': ['1'], 'webhook-signature': ['v1,x', 'v1,y'] } },
];

/** What a stranger hands over to a function that he calls by google.script.run: one list of arguments each. */
export const HOSTILE_ARGUMENTS: readonly (readonly Json[])[] = [
  [],
  [null],
  ['x'.repeat(100_000)],
  [[[[]]], { length: -1 }, -1, 1e308],
  // Forged events: of an edit with ranges and values, of a clock, of a form.
  [
    {
      authMode: 'FULL',
      range: { sheetName: 'Orders', rowStart: 2, rowEnd: 400, columnStart: 1, columnEnd: 18, getSheet: 'Orders' },
      oldValue: 'pending',
      value: 'shipped',
      user: { email: 'operator@cps-photos.example', getEmail: 'operator@cps-photos.example' },
      source: { getActiveSheet: null },
    },
  ],
  [{ triggerUid: '7000000000001', authMode: 'FULL', year: 2026, month: 10, hour: 9, timezone: 'UTC' }],
  [JSON.parse('{"__proto__":{"ok":true},"constructor":{"prototype":{"isOpen":true}},"hasOwnProperty":1}')],
  ['order-1', 'paid', { ids: ['order-1'] }],
  ...WEB_EVENTS.map((event) => [event]),
];

/** For functions that do not look at their arguments: none, a forged edit, what stands in for a selection. */
export const FEW_ARGUMENTS = [0, 4, 7].flatMap((index) => HOSTILE_ARGUMENTS.slice(index, index + 1));

/** What a stranger hands over to a method of a dialog, behind the token and the name. */
export const HOSTILE_CALLS: readonly (readonly Json[])[] = [
  ['paid', ['order-1', 'order-2'], ''],
  [{ 'Web app address': 'https://evil.example/exec' }],
];
