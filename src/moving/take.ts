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

/** The Script Property of a sheet that takes another one over: {@link Taking} as JSON. */
const STATE = 'TAKING';
/** The Script Property with where the business came from: {@link Origin} as JSON. */
const ORIGIN = 'TAKEN_FROM';

interface Origin {
  /** The id of the old sheet, and the code that both know. */
  readonly from: string;
  readonly key: string;
}

interface Taking extends Origin {
  /** The address of the web app here. */
  readonly webApp: string;
  /** The tabs that stood here before: they go at the end, and come back where the move is given up. */
  readonly before: readonly { readonly id: number; readonly name: string }[];
}

/** How far a take-over is: tabs that have arrived, of how many. */
export interface Progress {
  readonly arrived: number;
  readonly of: number;
  readonly isDone: boolean;
}

const aside = (name: string): string => `Before the move: ${name}`;

/** What stands in a property as JSON; null where there is none. */
const kept = <T>(properties: MovingPorts['properties'], name: string): T | null => {
  const text = properties.all()[name];
  return text ? (JSON.parse(text) as T) : null;
};

const needOperator = ({ properties, person }: MovingPorts): void => {
  if (properties.all()[OPERATOR] !== person)
    throw new ForPeople('Only the operator may do this: the account that set this sheet up. Nothing was done.');
};

const NO_WEB_APP =
  'Deploy the web app of this sheet and keep its address first (step 2): the old sheet passes on to it what still comes in. Nothing was done.';

/** What the code opens. @throws ForPeople where it does not fit, or is used up. */
const handoverIn = ({ crypto }: MovingPorts, note: MoveNote, key: string): Handover => {
  const text = unsealed(crypto, key, note.sealed);
  if (text === null)
    throw new ForPeople(
      'This is not the code of that sheet. Show it there again and copy all of it. Nothing was done.',
    );
  return JSON.parse(text) as Handover;
};

/** The old sheet's tab Moved, as far as this sheet may go on by it. @throws ForPeople where it may not. */
const noteFor = ({ here }: MovingPorts, old: MovingSheet): MoveNote => {
  const note = readNote(old.note());
  if (!note || note.state === 'called off')
    throw new ForPeople(
      'The old sheet has not ended. There, choose CPS Orders > Set up this sheet > Move to another sheet; if there is no such entry, update the old sheet first. Nothing was done.',
    );
  if (note.state === 'open' || note.by === here.id) return note;
  throw new ForPeople(
    `This code is used up: ${note.state === 'done' ? 'the business has moved to' : 'it is being taken over by'} https://docs.google.com/spreadsheets/d/${note.by}/edit. Nothing was done.`,
  );
};

/**
 * Begins to take another sheet over: claims it, so that no other can, and stops this one until all has arrived.
 * @throws ForPeople with what is wrong; then nothing was done.
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
  if (!isKey(key)) throw new ForPeople('The code has 43 letters and digits: copy all of it. Nothing was done.');
  const handover = handoverIn(ports, note, key);
  if (handover.sheet !== old.id) throw new ForPeople('This code is of another sheet. Nothing was done.');
  if (isOutdated(handover.properties))
    throw new ForPeople('The old sheet runs a newer version of CPS Orders: update this one first. Nothing was done.');
  write(old, { ...note, state: 'claimed', by: here.id });
  const claimed = readNote(old.note());
  if (claimed?.state !== 'claimed' || claimed.by !== here.id || claimed.sealed === '')
    throw new ForPeople('Somebody else was at the old sheet at this moment. Nothing was done. Please try again.');
  const before = here.tabs().map(({ id, name }) => ({ id, name }));
  const state: Taking = { from: old.id, key, webApp, before };
  properties.set({ [STATE]: JSON.stringify(state), [LIVE]: TAKING });
  return progressOf(ports, old, state);
};

/** @throws ForPeople where this person may read the old sheet only. */
const write = (old: MovingSheet, note: MoveNote): void => {
  try {
    old.writeNote(noteLines(note));
  } catch {
    throw new ForPeople(
      'This account may not edit the old sheet, so that it could not say where the business is. Share it with this account as an editor, and try again.',
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
 * The next step of a take-over: one more tab, or all that is left once every tab is here. Whatever was cut off before is done
 * again; no step does harm when it is done twice.
 * @throws ForPeople where the old sheet goes on after all: then this one is as it was before.
 */
export const goOnTaking = (ports: MovingPorts): Progress => {
  needOperator(ports);
  const { properties, here, open } = ports;
  const state = kept<Taking>(properties, STATE);
  if (properties.all()[LIVE] !== TAKING || !state) throw new ForPeople('Nothing is being taken over here.');
  const old = open(state.from);
  if (!old)
    throw new ForPeople(
      'This account cannot open the old sheet any more. Share it with this account again, and go on.',
    );
  const note = readNote(old.note());
  if (note?.state === 'done' && note.by === here.id) return goLive(ports, state, wantedTabs(old).length);
  if (note?.state !== 'claimed' || note.by !== here.id) {
    backToBefore(ports, state);
    throw new ForPeople(
      'The old sheet goes on after all: somebody called the move off there. This sheet is as it was before.',
    );
  }
  const now = here.tabs();
  for (const { id, name } of state.before)
    if (now.some((tab) => tab.id === id && tab.name === name)) here.renameTab(id, aside(name));
  const wanted = wantedTabs(old);
  // A copy that nobody gave its name yet, since the run ended there.
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
    throw new ForPeople('The old sheet was changed while it was copied: all of it is copied again. Please go on.');
  }
  const { properties: along } = handoverIn(ports, note, state.key);
  here.setTimeZone(old.timeZone);
  ports.removeProperties(Object.keys(properties.all()).filter((name) => goesAlong(name) && !(name in along)));
  properties.set(Object.fromEntries(Object.entries(along).filter(([name]) => goesAlong(name))));
  here.removeTabs(state.before.map(({ id }) => id));
  builder.setMark(here.id);
  ports.dress();
  keepAddress(ports, state.webApp);
  const detail = `Taken over from another sheet (${old.url}), which has ended.`;
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

/** The address of the web app is this sheet's own, not that of the old one. */
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
  // It stood still meanwhile: from now on it is expected to run.
  noteSweep({ properties, clock });
  return { arrived: tabs, of: tabs, isDone: true };
};

/** Where a take-over stands, for who opens set-up meanwhile. */
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

/** Gives a take-over up: this sheet is as it was before, and the old one may go on, or move with the same code. */
export const giveUpTaking = (ports: MovingPorts): void => {
  needOperator(ports);
  const state = kept<Taking>(ports.properties, STATE);
  if (ports.properties.all()[LIVE] !== TAKING || !state) throw new ForPeople('Nothing is being taken over here.');
  const old = ports.open(state.from);
  const note = old && readNote(old.note());
  if (note?.state === 'done') throw new ForPeople('All of it is here already: go on, and it is done.');
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

/** Tells the old sheet the address of a new deployment: what still comes to it goes there from now on. */
export const tellOld = ({ properties, open, crypto }: MovingPorts, webApp: string): void => {
  const origin = kept<Origin>(properties, ORIGIN);
  const old = origin && open(origin.from);
  const note = old && readNote(old.note());
  if (!origin || !old || note?.state !== 'done' || note.to === webApp) return;
  write(old, { ...note, to: webApp, proof: proofOf(crypto, origin.key, webApp) });
};
