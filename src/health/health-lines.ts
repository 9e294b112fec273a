import type { LimitName } from '../core/limits';
import type { ReturnAddress } from '../domain/address/return-address';
import { whileMissing } from '../email/postal-address';
import { type Grown, nearBound } from './growth';
import { figuresIn, LIMIT_TABLE } from './limit-table';

/** How one thing stands: in order, to be looked at, or broken. `unknown`: this person cannot see it. */
export type HealthState = 'good' | 'warning' | 'bad' | 'unknown';

/** One line of the health check: green, or with what to do. */
export interface HealthLine {
  readonly key: string;
  readonly label: string;
  readonly state: HealthState;
  /** How it stands, as a sentence. */
  readonly text: string;
  /** What to do; blank when there is nothing. */
  readonly todo: string;
}

/** What tabs and properties tell. Moments are ISO 8601, UTC; blank for never. */
export interface FactsAtHand {
  readonly now: Date;
  readonly local: (iso: string) => string;
  readonly lastIntake: string;
  readonly lastSweep: string;
  readonly lastBackup: string;
  readonly backupTrouble: string;
  readonly emails: { readonly waiting: number; readonly held: number; readonly unsure: number };
  /** Where emails go in test mode, instead of to customers; blank outside of it. */
  readonly testAddress: string;
  /** Null for other staff: it is the operator's account that emails. */
  readonly emailsLeft: number | null;
  /** Name and postal address as they are printed, with what is odd about it; and whether feedback requests wait for it. */
  readonly address: Pick<ReturnAddress, 'lines' | 'problems'> & { readonly isThere: boolean; readonly waits: boolean };
  /** Sentences about headers, prices, settings and events. */
  readonly problems: readonly string[];
}

/** What the check has found out. */
export interface HealthFacts extends FactsAtHand {
  readonly isOperator: boolean;
  readonly operator: string;
  /** Triggers of the operator that are not installed; null when this person cannot see them. */
  readonly missingTriggers: readonly string[] | null;
  /** Whether the person's consent covers all that the program asks for; and where it is given. */
  readonly consent: { readonly given: boolean; readonly url: string };
  /** Requests that were turned away within the last day, and when the last one was; null for none. */
  readonly turnedAway: { readonly count: number; readonly last: string } | null;
  /** Waits for the lock of more than two seconds in the last two hours. */
  readonly lockWaits: number;
  readonly cells: number;
  /** What is wrong with the guards of commits (guard-trouble.ts). */
  readonly guardTrouble?: 'missing' | 'several' | null | undefined;
  /** What grows with what outsiders send. */
  readonly growth?: readonly Grown[];
  /** How often each limit was met within the last two hours. */
  readonly limitsMet?: Readonly<Partial<Record<LimitName, number>>>;
  readonly locale: string;
  /** The version of this code, and of the web app: null when it has no address yet, blank when it did not answer. */
  readonly version: string;
  readonly webAppVersion: string | null | undefined;
}

const HOUR = 3_600_000;
/** The most cells that a spreadsheet may have (docs/google.md G10). */
const MOST_CELLS = 10_000_000;

type Judged = Pick<HealthLine, 'state' | 'text'> & { readonly todo?: string };

const good = (text: string): Judged => ({ state: 'good', text });
const warning = (text: string, todo: string): Judged => ({ state: 'warning', text, todo });
const bad = (text: string, todo: string): Judged => ({ state: 'bad', text, todo });

const SET_UP = 'The operator chooses CPS Orders > Set up this sheet.';
const age = (now: Date, iso: string): number => (iso ? now.getTime() - Date.parse(iso) : Number.POSITIVE_INFINITY);

const triggers = ({ missingTriggers, operator, isOperator }: HealthFacts): Judged => {
  if (missingTriggers === null)
    return {
      state: 'unknown',
      text: `Only ${operator || 'the operator'} can see them. The next line tells whether they run.`,
    };
  return missingTriggers.length === 0
    ? good(`All are there and belong to ${isOperator ? 'you' : operator}.`)
    : bad(`${missingTriggers.length} of the operator's triggers are missing: ${missingTriggers.join(', ')}.`, SET_UP);
};

const consent = ({ consent: { given, url } }: HealthFacts): Judged =>
  given
    ? good('Your permission covers all that the program does.')
    : bad(
        'Google wants your permission again: without it triggers and emails stand still.',
        `Choose CPS Orders > Set up this sheet and allow what it asks for${url ? `, or open ${url}` : ''}.`,
      );

const sweep = ({ now, lastSweep, local }: FactsAtHand): Judged => {
  if (!lastSweep) return bad('The 5-minute check has never run.', SET_UP);
  const ran = `It last ran at ${local(lastSweep)}.`;
  if (age(now, lastSweep) > HOUR)
    return bad(`${ran} What waits is not sent.`, `${SET_UP} Google then asks for permission if that is why.`);
  return age(now, lastSweep) > HOUR / 4 ? warning(ran, 'Look again in ten minutes.') : good(ran);
};

const backup = ({ now, lastBackup, backupTrouble, local }: FactsAtHand): Judged => {
  const last = lastBackup ? `The last one in order was made at ${local(lastBackup)}.` : 'None has been made yet.';
  if (backupTrouble) return bad(`${backupTrouble} ${last}`, 'Choose CPS Orders > Data > Backups > Back up now.');
  if (!lastBackup) return warning(last, 'The first follows tonight; CPS Orders > Data > Backups makes one now.');
  return age(now, lastBackup) > 50 * HOUR
    ? bad(last, 'Choose CPS Orders > Data > Backups > Back up now.')
    : good(`${last} It was opened and compared.`);
};

const queue = ({ emails: { waiting, held, unsure }, testAddress }: FactsAtHand): Judged => {
  if (testAddress)
    return warning(
      `Test mode is on: customers get no email, and copies go to ${testAddress}.`,
      'CPS Orders > Emails > Test mode ends it.',
    );
  if (unsure > 0)
    return warning(
      unsure === 1 ? 'Of 1 email nobody knows whether it left.' : `Of ${unsure} emails nobody knows whether they left.`,
      'Choose CPS Orders > Emails > Settle unsure emails.',
    );
  if (held > 0)
    return warning(
      held === 1 ? '1 email is held.' : `${held} emails are held.`,
      'CPS Orders > Emails > What waits says why.',
    );
  if (waiting === 0) return good('Nothing waits.');
  return good(
    waiting === 1 ? '1 email waits and leaves by itself.' : `${waiting} emails wait and leave by themselves.`,
  );
};

const quota = ({ emailsLeft }: FactsAtHand): Judged => {
  if (emailsLeft === null) return { state: 'unknown', text: "Emails leave from the operator's account." };
  return emailsLeft < 10
    ? warning(`${emailsLeft} emails can leave today.`, 'The rest waits for tomorrow, receipts first.')
    : good(`${emailsLeft} emails can leave today.`);
};

const lock = ({ lockWaits }: HealthFacts): Judged =>
  lockWaits > 20
    ? warning(`${lockWaits} times in two hours one writer waited long for another.`, 'Paste fewer rows at once.')
    : good(lockWaits === 0 ? 'Nobody waited for another writer.' : `${lockWaits} short waits in two hours.`);

const away = ({ turnedAway }: HealthFacts): Judged =>
  turnedAway === null
    ? good('None within the last day.')
    : warning(
        `${turnedAway.count === 1 ? '1 request' : `${turnedAway.count} requests`} within the last day, the last at ${turnedAway.last}.`,
        'The platform sends them again. If one does not come back, the operator gets an email.',
      );

const size = ({ cells }: HealthFacts): Judged => {
  const text = `${cells.toLocaleString('en-US')} of ${MOST_CELLS.toLocaleString('en-US')} cells.`;
  return cells > 0.8 * MOST_CELLS
    ? warning(text, 'Delete blank columns and old archive tabs: blank cells count.')
    : good(text);
};

const guard = ({ guardTrouble: trouble = null }: HealthFacts): Judged => {
  if (trouble === null) return good('It keeps changes apart that arrive late.');
  const text =
    trouble === 'missing'
      ? 'It is missing or broken: a named range of the program, removed by hand or with its cell.'
      : 'There is more than one: an earlier one was left behind.';
  return warning(`${text} Orders still come in.`, SET_UP);
};

const growth = ({ growth: grown = [] }: HealthFacts): Judged => {
  const near = nearBound(grown);
  if (near.length === 0) return good('Nothing is near its bound.');
  const named = near.map(
    ({ what, size, most }) => `${what}: ${size.toLocaleString('en-US')} of ${most.toLocaleString('en-US')}`,
  );
  return warning(`${named.join('. ')}.`, 'CPS Orders > Set up this sheet makes room.');
};

const limits = ({ limitsMet = {} }: HealthFacts): Judged => {
  const met = LIMIT_TABLE.filter(({ name }) => (limitsMet[name] ?? 0) > 0);
  if (met.length === 0) return good('No limit was reached within the last hour.');
  const named = met.map((limit) => `${limit.what} were too many ${limitsMet[limit.name]} times (${figuresIn(limit)})`);
  return warning(
    `${named.join('. ')}.`,
    'Orders that nobody has seen before are not turned away for that. If it goes on, ask the ordering platform.',
  );
};

const locale = ({ locale: name }: HealthFacts): Judged =>
  /^en(_(US|GB|AU|CA|IE|NZ))?$/.test(name)
    ? good(`${name}: amounts are typed as 8.50.`)
    : warning(
        `${name}: amounts and dates are typed in that country's way.`,
        'Choose File > Settings > Locale > United States, or type amounts as that country does.',
      );

const version = ({ version: here, webAppVersion }: HealthFacts): Judged => {
  if (webAppVersion === undefined) return good(`Version ${here}.`);
  if (webAppVersion === null)
    return warning(`The sheet runs ${here}; the web app has no address yet.`, `${SET_UP} It shows how to deploy it.`);
  if (webAppVersion === '')
    return bad('The web app does not answer at the address in Settings.', `${SET_UP} It checks the address.`);
  return webAppVersion === here
    ? good(`Sheet and web app both run ${here}.`)
    : warning(
        `The sheet runs ${here}, the web app ${webAppVersion}.`,
        'In the script editor choose Deploy > Manage deployments > Edit > New version.',
      );
};

const ADDRESS_TODO = 'Choose CPS Orders > Settings and fill in Studio address, one line below the other.';

const address = ({ address: { isThere, waits, lines, problems } }: FactsAtHand): Judged => {
  if (!isThere) return warning(`Emails and envelopes go out without one. ${whileMissing(waits)}`, ADDRESS_TODO);
  return problems.length > 0 ? warning(problems.join(' '), ADDRESS_TODO) : good(`${lines.join(', ')}.`);
};

const intake = ({ lastIntake, local }: FactsAtHand): Judged =>
  good(lastIntake ? `The last order came in at ${local(lastIntake)}.` : 'No order has come in yet.');

const config = ({ problems }: FactsAtHand): Judged =>
  problems.length === 0
    ? good('Columns, prices, settings and events can be used as they are.')
    : bad(
        problems.join(' '),
        'Correct the cells, or choose CPS Orders > Set up this sheet. The end of CPS Orders > Health lists the ways back, in order.',
      );

type Check = readonly [label: string, judge: (facts: HealthFacts) => Judged];

/** What a look at the tabs and properties tells, and what has to be asked of Google or counted over hours. */
const FROM_TABS = {
  config: ['Columns and settings', config],
  intake: ['Last order', intake],
  sweep: ['5-minute check', sweep],
  queue: ['Emails that wait', queue],
  quota: ['Emails of today', quota],
  backup: ['Backup', backup],
  address: ['Postal address', address],
} satisfies Record<string, readonly [string, (facts: FactsAtHand) => Judged]>;
const ASKED = {
  live: ['Sheet', () => good('This is the live sheet.')],
  triggers: ['Triggers', triggers],
  consent: ['Permission', consent],
  away: ['Requests turned away', away],
  lock: ['Waiting for each other', lock],
  guard: ['Guard of changes', guard],
  size: ['Size', size],
  growth: ['What grows', growth],
  limits: ['Limits', limits],
  locale: ['Country', locale],
  version: ['Version', version],
} satisfies Record<string, Check>;

const ORDER = [
  'live',
  'config',
  'intake',
  'triggers',
  'consent',
  'sweep',
  'queue',
  'quota',
  'away',
  'lock',
  'guard',
  'backup',
  'address',
  'size',
  'growth',
  'limits',
  'locale',
  'version',
] as const;

/** The check, line by line. */
export const healthLines = (facts: HealthFacts): readonly HealthLine[] => {
  const checks: Readonly<Record<(typeof ORDER)[number], Check>> = { ...FROM_TABS, ...ASKED };
  return ORDER.map((key) => ({ key, label: checks[key][0], todo: '', ...checks[key][1](facts) }));
};

/** The lines that need no more than what Today reads anyway. */
export const linesAtHand = (facts: FactsAtHand): readonly HealthLine[] =>
  Object.entries(FROM_TABS).map(([key, [label, judge]]) => ({ key, label, todo: '', ...judge(facts) }));

/** Whether a line wants somebody. */
export const isPoint = ({ state }: HealthLine): boolean => state === 'warning' || state === 'bad';

/** What the check says in a copy of the sheet. */
export const COPY_LINES: readonly HealthLine[] = [
  {
    key: 'live',
    label: 'Sheet',
    state: 'warning',
    text: 'This is a copy, or a sheet that is not set up: nothing is emailed, taken in or backed up here.',
    todo: 'CPS Orders > Set up this sheet makes it the live one or a practice sheet.',
  },
];

/** All that the check can say while the Sheets service is switched off. @param todo how to switch it on. */
export const serviceOffLine = (todo: string): HealthLine => ({
  ...{ key: 'service', label: 'Sheets service', state: 'bad', todo },
  text: 'It is switched off for this script: no order comes in and nothing is looked after.',
});
