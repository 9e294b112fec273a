import { keptMove, movedIn } from '../core/moved';
import { ENDED, LIVE, OPERATOR } from '../core/roles';
import { NOT_STORED, OTHERS_WRITE } from '../core/words';
import { noteSweep } from '../health/sweep-watch';
import { ForPeople } from '../rpc/rpc';
import { activityRow } from '../workbook/activity-row';
import { readConfig } from '../workbook/config';
import { headText, parseHead } from '../workbook/ledger-row';
import { outboxEntry } from '../workbook/outbox-row';
import type { MovingPorts } from './moving-ports';
import { type MoveNote, noteLines, readNote } from './note';
import { goesAlong } from './property-choice';
import { newKey, sealed } from './sealed';

/** What the code unlocks for the new sheet. */
export interface Handover {
  readonly release: string;
  /** The id of the retired sheet. */
  readonly sheet: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** The result of retiring a sheet: the code for the new one, or how long its last emails may still take. */
export type Ending = { readonly code: string } | { readonly waitSeconds: number };

const ONLY_OPERATOR = 'Only the operator, the account that set up this sheet, can do this. Nothing was changed.';

const needOperator = ({ properties, person }: MovingPorts): void => {
  if (properties.all()[OPERATOR] !== person) throw new ForPeople(ONLY_OPERATOR);
};

/** A web app with an older version wouldn't stop accepting orders, and wouldn't forward anything. */
const needThisVersion = ({ health, release, ...ports }: MovingPorts): void => {
  const url = readConfig(ports.workbook.read(), undefined).settings.webAppUrl;
  if (!url) return;
  let running = '';
  try {
    running = String((JSON.parse(health(url)) as { version?: unknown }).version ?? '');
  } catch {
    throw new ForPeople(
      `This sheet's web app doesn't respond (${url}), so we can't tell whether it would stop accepting orders. Check its address in step 2. If it's archived, clear Web app address in Settings. Nothing was changed.`,
    );
  }
  if (running !== release)
    throw new ForPeople(
      `This sheet's web app runs version ${running || 'unknown'}, but the sheet has ${release}. First deploy a new version in the script editor: Deploy > Manage deployments. Nothing was changed.`,
    );
};

/** Seconds until no email can still be on its way; 0 if none is. A retired sheet doesn't start sending any others. */
const emailsUnderWay = ({ workbook, outbox, clock }: MovingPorts): number => {
  const now = clock.now().getTime();
  const ends = outbox
    .all(workbook.read())
    .map(({ at, cells }) => outboxEntry(at, cells))
    .filter(({ state }) => state === 'claimed' || state === 'handing over')
    .map(({ leaseUntil }) => (leaseUntil ?? 0) - now);
  return Math.max(0, Math.ceil(Math.max(0, ...ends) / 1_000));
};

/** This sheet's last commit. Whatever is waiting for the lock will see that the sheet is retired. */
const lastCommit = (ports: MovingPorts): void => {
  const done = ports.change({
    by: 'end this sheet',
    wait: 20_000,
    afterMove: true,
    plan: ({ head, when }) => {
      if (head.moved) return { changes: [], value: null };
      const detail =
        "This sheet was retired because the business is moving to another sheet. It doesn't accept orders or send emails.";
      const row = activityRow({ when, event: 'moved', by: ports.person || 'staff', detail });
      return { changes: [{ change: 'append', tab: 'activity', row }], head: { ...head, moved: true }, value: null };
    },
  });
  if (done.outcome !== 'landed')
    throw new ForPeople(done.outcome === 'locked' || done.outcome === 'stale' ? OTHERS_WRITE : NOT_STORED);
};

/**
 * Retires this sheet: it stops accepting orders and sending emails, and whatever the new sheet needs besides the tabs is sealed
 * in the Moved tab. Safe to repeat: it continues where it stopped and returns the same code.
 * @throws ForPeople for anyone but the operator, and once the new sheet has started copying.
 */
export const endHere = (ports: MovingPorts): Ending => {
  needOperator(ports);
  const { properties, crypto, here } = ports;
  if (movedIn(properties.all()) === null) {
    if (properties.all()[LIVE] !== here.id)
      throw new ForPeople('You can only move the live sheet. Nothing was changed.');
    needThisVersion(ports);
    properties.set({ ...keptMove({ key: newKey(crypto), sheet: here.id }), [LIVE]: ENDED });
  }
  const { key } = movedIn(properties.all()) ?? { key: '' };
  const note = readNote(here.note());
  if (note && note.state !== 'called off') {
    if (note.state !== 'open') throw new ForPeople(BEGUN);
    return { code: key };
  }
  lastCommit(ports);
  ports.removeTriggers();
  const waitSeconds = emailsUnderWay(ports);
  if (waitSeconds > 0) return { waitSeconds };
  const along = Object.entries(properties.all()).filter(([name]) => goesAlong(name));
  const handover: Handover = { release: ports.release, sheet: here.id, properties: Object.fromEntries(along) };
  const content = sealed(crypto, key, JSON.stringify(handover));
  here.writeNote(noteLines({ state: 'open', by: '', to: '', proof: '', sealed: content }));
  return { code: key };
};

const BEGUN =
  'The new sheet has already used the code and started the move. Continue in the new sheet, which shows what to do next.';

/** How far the move of a retired sheet is. */
export interface Standing {
  readonly state: MoveNote['state'] | 'ending';
  /** The address of the new sheet, once it is known. */
  readonly sheet: string;
  /** Whether this user may continue it. */
  readonly isOperator: boolean;
  readonly operator: string;
}

export const standingHere = ({ here, properties, person }: MovingPorts): Standing => {
  const note = readNote(here.note());
  const operator = properties.all()[OPERATOR] ?? '';
  const sheet = note?.by ? `https://docs.google.com/spreadsheets/d/${note.by}/edit` : '';
  return { state: note?.state ?? 'ending', sheet, isOperator: operator === person, operator };
};

/**
 * Brings a retired sheet back into use, as long as no other sheet has started copying it. A new sheet that starts in the same
 * second checks the Moved tab before each step, and backs off.
 */
export const callOff = (ports: MovingPorts): void => {
  needOperator(ports);
  const { properties, here } = ports;
  if (movedIn(properties.all()) === null) throw new ForPeople("This sheet isn't retired. Nothing was changed.");
  const before = readNote(here.note());
  if (before?.state === 'claimed' || before?.state === 'done') throw new ForPeople(BEGUN);
  const closed: MoveNote = { state: 'called off', by: '', to: '', proof: '', sealed: '' };
  here.writeNote(noteLines(closed));
  if (readNote(here.note())?.state !== 'called off') throw new ForPeople(BEGUN);
  goOnHere(ports);
  properties.set({ [LIVE]: here.id });
  ports.removeProperties(['MOVED']);
  ports.installTriggers();
  noteSweep(ports);
  here.removeNote();
};

/** Removes the move's mark from the Ledger, so that commits can follow. Nothing else writes at that time. */
export const goOnHere = ({ builder, here }: Pick<MovingPorts, 'builder' | 'here'>): void => {
  builder.texts('ledger', 'Head').forEach((text, index) => {
    const head = parseHead(text);
    if (!head?.moved) return;
    const { moved: _, ...others } = head;
    here.writeCell('ledger', 'Head', index + 2, headText(others));
  });
};
