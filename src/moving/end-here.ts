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

/** What the new sheet finds behind the code. */
export interface Handover {
  readonly release: string;
  /** The id of the sheet that has ended. */
  readonly sheet: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** What came of ending a sheet: the code for the new one, or that its last emails are on their way. */
export type Ending = { readonly code: string } | { readonly waitSeconds: number };

const ONLY_OPERATOR = 'Only the operator may do this: the account that set this sheet up. Nothing was done.';

const needOperator = ({ properties, person }: MovingPorts): void => {
  if (properties.all()[OPERATOR] !== person) throw new ForPeople(ONLY_OPERATOR);
};

/** A web app that runs an older program would not stop in the middle of an order, and would pass nothing on. */
const needThisVersion = ({ health, release, ...ports }: MovingPorts): void => {
  const url = readConfig(ports.workbook.read(), undefined).settings.webAppUrl;
  if (!url) return;
  let running = '';
  try {
    running = String((JSON.parse(health(url)) as { version?: unknown }).version ?? '');
  } catch {
    throw new ForPeople(
      `The web app of this sheet does not answer (${url}), so nobody knows whether it would stop. Check its address in step 2, or empty Web app address in Settings if it is archived. Nothing was done.`,
    );
  }
  if (running !== release)
    throw new ForPeople(
      `The web app of this sheet runs version ${running || 'unknown'}, and this sheet has ${release}. In the script editor, Deploy > Manage deployments, give it a new version first. Nothing was done.`,
    );
};

/** Seconds until no email can be on its way any more; 0 where none is. Nothing new is claimed once the sheet has ended. */
const emailsUnderWay = ({ workbook, outbox, clock }: MovingPorts): number => {
  const now = clock.now().getTime();
  const ends = outbox
    .all(workbook.read())
    .map(({ at, cells }) => outboxEntry(at, cells))
    .filter(({ state }) => state === 'claimed' || state === 'handing over')
    .map(({ leaseUntil }) => (leaseUntil ?? 0) - now);
  return Math.max(0, Math.ceil(Math.max(0, ...ends) / 1_000));
};

/** The last commit of this sheet: whatever waits for the lock finds that it has ended. */
const lastCommit = (ports: MovingPorts): void => {
  const done = ports.change({
    by: 'end this sheet',
    wait: 20_000,
    afterMove: true,
    plan: ({ head, when }) => {
      if (head.moved) return { changes: [], value: null };
      const detail =
        'This sheet has ended: its business moves to another sheet. No order is accepted here and nobody is emailed.';
      const row = activityRow({ when, event: 'moved', by: ports.person || 'staff', detail });
      return { changes: [{ change: 'append', tab: 'activity', row }], head: { ...head, moved: true }, value: null };
    },
  });
  if (done.outcome !== 'landed')
    throw new ForPeople(done.outcome === 'locked' || done.outcome === 'stale' ? OTHERS_WRITE : NOT_STORED);
};

/**
 * Ends this sheet for good: no order is accepted, nobody is emailed, and what the new sheet needs besides the tabs is sealed
 * in the tab Moved. Safe to repeat: it goes on where it stopped, and gives the same code again.
 * @throws ForPeople for anybody but the operator, and once the new sheet has begun.
 */
export const endHere = (ports: MovingPorts): Ending => {
  needOperator(ports);
  const { properties, crypto, here } = ports;
  if (movedIn(properties.all()) === null) {
    if (properties.all()[LIVE] !== here.id) throw new ForPeople('Only the live sheet can move. Nothing was done.');
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
  'The new sheet has begun to take over, so the code is used up. Go on in the new sheet: it says what is left to do.';

/** Where the move of a sheet that has ended stands. */
export interface Standing {
  readonly state: MoveNote['state'] | 'ending';
  /** The address of the new sheet, once it is known. */
  readonly sheet: string;
  /** Whether this person may go on with it. */
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
 * Lets a sheet that has ended go on, as long as no other has begun to take it over. A new sheet that begins in the same second
 * looks at the tab Moved again before each further step, and gives way.
 */
export const callOff = (ports: MovingPorts): void => {
  needOperator(ports);
  const { properties, here } = ports;
  if (movedIn(properties.all()) === null) throw new ForPeople('This sheet has not ended. Nothing was done.');
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

/** Takes the mark of the move from the Ledger: commits follow again. Nothing else writes meanwhile. */
export const goOnHere = ({ builder, here }: Pick<MovingPorts, 'builder' | 'here'>): void => {
  builder.texts('ledger', 'Head').forEach((text, index) => {
    const head = parseHead(text);
    if (!head?.moved) return;
    const { moved: _, ...others } = head;
    here.writeCell('ledger', 'Head', index + 2, headText(others));
  });
};
