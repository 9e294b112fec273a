import type { MovingSheet } from '../core/moving-ports';
import { LIVE, OPERATOR, TAKING } from '../core/roles';
import { isOutdated } from '../core/schema';
import { noteSweep } from '../health/sweep-watch';
import { ForPeople } from '../rpc/rpc';
import { activityRow } from '../workbook/activity-row';
import { readConfig } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { SETTINGS } from '../workbook/settings';
import { goOnHere, type Handover } from './end-here';
import { isLeftBehind, oldSheet, orderIds, whyNotHere } from './look';
import type { MovingPorts } from './moving-ports';
import { type MoveNote, noteLines, readNote } from './note';
import { goesAlong } from './property-choice';
import { isKey, proofOf, unsealed } from './sealed';

/** The Script Property of a sheet that another one is moving into: {@link Taking} as JSON. */
const STATE = 'TAKING';
/** The Script Property that says where the business came from: {@link Origin} as JSON. */
const ORIGIN = 'TAKEN_FROM';

interface Origin {
  /** The id of the old sheet, and the code that both sheets know. */
  readonly from: string;
  readonly key: string;
}

interface Taking extends Origin {
  /** The address of the web app here. */
  readonly webApp: string;
  /** The tabs this sheet had before. They're deleted at the end, or restored if the move is canceled. */
  readonly before: readonly { readonly id: number; readonly name: string }[];
}

/** How far a move is: how many tabs have arrived, and of how many. */
export interface Progress {
  readonly arrived: number;
  readonly of: number;
  readonly isDone: boolean;
}

const aside = (name: string): string => `Before the move: ${name}`;

/** A property's JSON; null if there is none. */
const kept = <T>(properties: MovingPorts['properties'], name: string): T | null => {
  const text = properties.all()[name];
  return text ? (JSON.parse(text) as T) : null;
};

const needOperator = ({ properties, person }: MovingPorts): void => {
  if (properties.all()[OPERATOR] !== person)
    throw new ForPeople('Only the operator, the account that set up this sheet, can do this. Nothing was changed.');
};

const NO_WEB_APP =
  "First deploy this sheet's web app and save its address (step 2). The old sheet will forward requests and links to it. Nothing was changed.";

/** What the code unlocks. @throws ForPeople if it's wrong or used up. */
const handoverIn = ({ crypto }: MovingPorts, note: MoveNote, key: string): Handover => {
  const text = unsealed(crypto, key, note.sealed);
  if (text === null)
    throw new ForPeople(
      "That code doesn't belong to that sheet. Show it there again and copy all of it. Nothing was changed.",
    );
  return JSON.parse(text) as Handover;
};

/** The note in the old sheet's Moved tab, if it lets this sheet proceed. @throws ForPeople if it doesn't. */
const noteFor = ({ here }: MovingPorts, old: MovingSheet): MoveNote => {
  const note = readNote(old.note());
  if (!note || note.state === 'called off')
    throw new ForPeople(
      "The old sheet isn't retired yet. In that sheet, choose CPS Orders > Set up this sheet > Move to another sheet. If you don't see that, update the old sheet first. Nothing was changed.",
    );
  if (note.state === 'open' || note.by === here.id) return note;
  throw new ForPeople(
    `This code was already used: the business ${note.state === 'done' ? 'has moved' : 'is moving'} to https://docs.google.com/spreadsheets/d/${note.by}/edit. Nothing was changed.`,
  );
};

/**
 * Starts moving another sheet into this one: claims it, so that no other sheet can, and pauses this one until everything is here.
 * @throws ForPeople with the reason if it can't; then nothing was changed.
 */
export const beginTaking = (ports: MovingPorts, address: string, code: string): Progress => {
  needOperator(ports);
  const { properties, here } = ports;
  if (properties.all()[LIVE] === TAKING) return goOnTaking(ports);
  const why = whyNotHere(ports.builder);
  if (why) throw new ForPeople(why);
  const webApp = readConfig(ports.workbook.read(), undefined).settings.webAppUrl;
  if (!webApp) throw new ForPeople(NO_WEB_APP);
  const old = oldSheet(ports, address);
  const note = noteFor(ports, old);
  const key = code.trim();
  if (!isKey(key)) throw new ForPeople('The code has 43 characters. Copy all of it. Nothing was changed.');
  const handover = handoverIn(ports, note, key);
  if (handover.sheet !== old.id) throw new ForPeople('That code belongs to another sheet. Nothing was changed.');
  if (isOutdated(handover.properties))
    throw new ForPeople(
      'The old sheet runs a newer version of CPS Orders. Update this sheet first. Nothing was changed.',
    );
  write(old, { ...note, state: 'claimed', by: here.id });
  const claimed = readNote(old.note());
  if (claimed?.state !== 'claimed' || claimed.by !== here.id || claimed.sealed === '')
    throw new ForPeople(
      'Someone else changed the move in the old sheet at the same time. Nothing was changed here. Please try again.',
    );
  const before = here.tabs().map(({ id, name }) => ({ id, name }));
  const state: Taking = { from: old.id, key, webApp, before };
  properties.set({ [STATE]: JSON.stringify(state), [LIVE]: TAKING });
  return progressOf(ports, old, state);
};

/** @throws ForPeople if this user can only view the old sheet. */
const write = (old: MovingSheet, note: MoveNote): void => {
  try {
    old.writeNote(noteLines(note));
  } catch {
    throw new ForPeople(
      "This account can't edit the old sheet, so it can't leave the new address there. Share the old sheet with this account as an editor, then try again.",
    );
  }
};

const wantedTabs = (old: MovingSheet) => old.tabs().filter(({ name }) => !isLeftBehind(name));

const arrivedTabs = ({ here }: MovingPorts, { before }: Taking) =>
  here.tabs().filter(({ id }) => !before.some((tab) => tab.id === id));

const progressOf = (ports: MovingPorts, old: MovingSheet, state: Taking): Progress => {
  const names = arrivedTabs(ports, state).map(({ name }) => name);
  const wanted = wantedTabs(old);
  return { arrived: wanted.filter(({ name }) => names.includes(name)).length, of: wanted.length, isDone: false };
};

/**
 * The next step of a move: one more tab, or everything that's left once all tabs are here. A step that was interrupted runs
 * again, and every step is safe to repeat.
 * @throws ForPeople if the old sheet is in use again: then this one is as it was before.
 */
export const goOnTaking = (ports: MovingPorts): Progress => {
  needOperator(ports);
  const { properties, here, open } = ports;
  const state = kept<Taking>(properties, STATE);
  if (properties.all()[LIVE] !== TAKING || !state) throw new ForPeople('No move to this sheet is in progress.');
  const old = open(state.from);
  if (!old)
    throw new ForPeople(
      "This account can't open the old sheet anymore. Share it with this account again, then continue.",
    );
  const note = readNote(old.note());
  if (note?.state === 'done' && note.by === here.id) return goLive(ports, state, wantedTabs(old).length);
  if (note?.state !== 'claimed' || note.by !== here.id) {
    backToBefore(ports, state);
    throw new ForPeople(
      'The move was canceled in the old sheet, which is in use again. This sheet is as it was before the move.',
    );
  }
  const now = here.tabs();
  for (const { id, name } of state.before)
    if (now.some((tab) => tab.id === id && tab.name === name)) here.renameTab(id, aside(name));
  const wanted = wantedTabs(old);
  // A copy that has no name yet, because the run ended there.
  const astray = arrivedTabs(ports, state).filter(({ name }) => !wanted.some((tab) => tab.name === name));
  if (astray.length > 0) here.removeTabs(astray.map(({ id }) => id));
  const names = arrivedTabs(ports, state).map(({ name }) => name);
  const next = wanted.find(({ name }) => !names.includes(name));
  if (!next) return finish(ports, old, state, note);
  here.takeTab(old, next.id, next.name);
  return progressOf(ports, old, state);
};

const finish = (ports: MovingPorts, old: MovingSheet, state: Taking, note: MoveNote): Progress => {
  const { properties, here, builder, crypto, clock } = ports;
  if (orderIds(builder).join('\n') !== orderIds(old.builder).join('\n')) {
    here.removeTabs(arrivedTabs(ports, state).map(({ id }) => id));
    throw new ForPeople(
      'The old sheet changed while it was being copied. Please continue: all of it will be copied again.',
    );
  }
  const { properties: along } = handoverIn(ports, note, state.key);
  here.setTimeZone(old.timeZone);
  ports.removeProperties(Object.keys(properties.all()).filter((name) => goesAlong(name) && !(name in along)));
  properties.set(Object.fromEntries(Object.entries(along).filter(([name]) => goesAlong(name))));
  here.removeTabs(state.before.map(({ id }) => id));
  builder.setMark(here.id);
  ports.dress();
  keepAddress(ports, state.webApp);
  const detail = `Everything was moved here from another sheet (${old.url}), which is retired.`;
  if (!builder.texts('activity', 'Detail').includes(detail)) {
    const when = serialOf(clock.local(clock.now()));
    builder.append('activity', [activityRow({ when, event: 'moved', by: ports.person || 'staff', detail })]);
  }
  goOnHere(ports);
  write(old, {
    state: 'done',
    by: here.id,
    to: state.webApp,
    proof: proofOf(crypto, state.key, state.webApp),
    sealed: '',
  });
  return goLive(ports, state, wantedTabs(old).length);
};

/** Keeps this sheet's own web app address, not the old sheet's. */
const keepAddress = ({ builder, here }: MovingPorts, webApp: string): void => {
  const { key } = SETTINGS.webAppUrl;
  builder.texts('settings', 'Setting').forEach((name, index) => {
    if (name.toLowerCase() === key.toLowerCase()) here.writeCell('settings', 'Value', index + 2, webApp);
  });
};

const goLive = (
  { clock, properties, removeProperties, here, installTriggers }: MovingPorts,
  { from, key }: Taking,
  tabs: number,
): Progress => {
  const origin: Origin = { from, key };
  properties.set({ [ORIGIN]: JSON.stringify(origin), [LIVE]: here.id });
  removeProperties([STATE]);
  installTriggers();
  // It was paused until now. From here on it's expected to run.
  noteSweep({ properties, clock });
  return { arrived: tabs, of: tabs, isDone: true };
};

/** The move in progress, for whoever opens set-up before it's finished. */
export interface TakingStands {
  readonly sheet: string;
  readonly isOperator: boolean;
  readonly operator: string;
}

export const takingHere = ({ properties, person }: MovingPorts): TakingStands => {
  const operator = properties.all()[OPERATOR] ?? '';
  const { from = '' } = kept<Taking>(properties, STATE) ?? {};
  return { sheet: `https://docs.google.com/spreadsheets/d/${from}/edit`, isOperator: operator === person, operator };
};

/** Cancels a move in the new sheet: it's as it was before, and the old sheet can be used again or move with the same code. */
export const giveUpTaking = (ports: MovingPorts): void => {
  needOperator(ports);
  const state = kept<Taking>(ports.properties, STATE);
  if (ports.properties.all()[LIVE] !== TAKING || !state) throw new ForPeople('No move to this sheet is in progress.');
  const old = ports.open(state.from);
  const note = old && readNote(old.note());
  if (note?.state === 'done') throw new ForPeople('Everything is here already. Click Continue to finish.');
  if (old && note?.state === 'claimed' && note.by === ports.here.id) write(old, { ...note, state: 'open', by: '' });
  backToBefore(ports, state);
};

const backToBefore = (ports: MovingPorts, state: Taking): void => {
  const { properties, removeProperties, here } = ports;
  const own = here.tabs().filter(({ id }) => state.before.some((tab) => tab.id === id));
  if (own.length > 0) here.removeTabs(arrivedTabs(ports, state).map(({ id }) => id));
  for (const { id, name } of state.before)
    if (own.some((tab) => tab.id === id && tab.name !== name)) here.renameTab(id, name);
  properties.set({ [LIVE]: here.id });
  removeProperties([STATE]);
};

/** Leaves the address of a new deployment in the old sheet, which forwards requests there from now on. */
export const tellOld = ({ properties, open, crypto }: MovingPorts, webApp: string): void => {
  const origin = kept<Origin>(properties, ORIGIN);
  const old = origin && open(origin.from);
  const note = old && readNote(old.note());
  if (!origin || !old || note?.state !== 'done' || note.to === webApp) return;
  write(old, { ...note, to: webApp, proof: proofOf(crypto, origin.key, webApp) });
};
