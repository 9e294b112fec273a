import { count, numberText } from '../domain/text/for-people';
import { whileMissing } from '../email/postal-address';
import { nearBound } from './growth';
import type { FactsAtHand, HealthFacts, HealthLine } from './health-facts';
import { figuresIn, LIMIT_TABLE } from './limit-table';

const HOUR = 3_600_000;
/** The most cells that a spreadsheet may have (docs/google.md G10). */
const MOST_CELLS = 10_000_000;

type Judged = Pick<HealthLine, 'state' | 'text'> & { readonly todo?: string };

const good = (text: string): Judged => ({ state: 'good', text });
const warning = (text: string, todo: string): Judged => ({ state: 'warning', text, todo });
const bad = (text: string, todo: string): Judged => ({ state: 'bad', text, todo });

const SET_UP = 'Ask the operator to choose CPS Orders > Set up this sheet.';
const age = (now: Date, iso: string): number => (iso ? now.getTime() - Date.parse(iso) : Number.POSITIVE_INFINITY);

const triggers = ({ missingTriggers, operator, isOperator }: HealthFacts): Judged => {
  if (missingTriggers === null)
    return {
      state: 'unknown',
      text: `Only ${operator || 'the operator'} can see them. The 5-minute check below shows whether they run.`,
    };
  return missingTriggers.length === 0
    ? good(`All triggers are installed and belong to ${isOperator ? 'you' : operator}.`)
    : bad(
        `${missingTriggers.length} of the operator's triggers ${missingTriggers.length === 1 ? 'is' : 'are'} missing: ${missingTriggers.join(', ')}.`,
        SET_UP,
      );
};

const consent = ({ consent: { given, url } }: HealthFacts): Judged =>
  given
    ? good('All permissions granted.')
    : bad(
        'Google needs your permission again. Until then, triggers and emails are paused.',
        `Choose CPS Orders > Set up this sheet and allow access${url ? `, or open ${url}` : ''}.`,
      );

const sweep = ({ now, lastSweep, local }: FactsAtHand): Judged => {
  if (!lastSweep) return bad('The 5-minute check has never run.', SET_UP);
  const ran = `Last run: ${local(lastSweep)}.`;
  if (age(now, lastSweep) > HOUR)
    return bad(`${ran} Waiting emails aren't going out.`, `${SET_UP} Google will ask for permission again if needed.`);
  return age(now, lastSweep) > HOUR / 4 ? warning(ran, 'Check again in ten minutes.') : good(ran);
};

const backup = ({ now, lastBackup, backupTrouble, local }: FactsAtHand): Judged => {
  const last = lastBackup ? `Last good backup: ${local(lastBackup)}.` : 'There is no backup yet.';
  if (backupTrouble) return bad(`${backupTrouble} ${last}`, 'Choose CPS Orders > Data > Backups > Back up now.');
  if (!lastBackup)
    return warning(last, 'The first one will be made tonight. To make one now, choose CPS Orders > Data > Backups.');
  return age(now, lastBackup) > 50 * HOUR
    ? bad(last, 'Choose CPS Orders > Data > Backups > Back up now.')
    : good(`${last} Verified.`);
};

const queue = ({ emails: { waiting, held, unsure }, testAddress }: FactsAtHand): Judged => {
  if (testAddress)
    return warning(
      `Test mode is on. Customers get no emails; copies go to ${testAddress}.`,
      'To end it, choose CPS Orders > Emails > Test mode.',
    );
  if (unsure > 0)
    return warning(
      `${count(unsure, 'email')} may or may not have been sent.`,
      'Choose CPS Orders > Emails > Resolve uncertain emails.',
    );
  if (held > 0)
    return warning(`${count(held, 'email')} on hold.`, 'To see why, choose CPS Orders > Emails > Waiting emails.');
  if (waiting === 0) return good('No emails are waiting.');
  return good(`${count(waiting, 'email')} waiting. ${waiting === 1 ? 'It will' : 'They will'} be sent automatically.`);
};

const quota = ({ emailsLeft }: FactsAtHand): Judged => {
  if (emailsLeft === null) return { state: 'unknown', text: "Emails are sent from the operator's account." };
  return emailsLeft < 10
    ? warning(`${count(emailsLeft, 'email')} left today.`, 'Anything over the limit goes out tomorrow, receipts first.')
    : good(`${count(emailsLeft, 'email')} left today.`);
};

const lock = ({ lockWaits }: HealthFacts): Judged =>
  lockWaits > 20
    ? warning(
        `${count(lockWaits, 'delay')} in the last two hours because several people or programs wrote at the same time.`,
        'Paste fewer rows at a time.',
      )
    : good(lockWaits === 0 ? 'No delays.' : `${count(lockWaits, 'short delay')} in the last two hours.`);

const away = ({ turnedAway }: HealthFacts): Judged =>
  turnedAway === null
    ? good('None in the last 24 hours.')
    : warning(
        `${count(turnedAway.count, 'request')} in the last 24 hours, most recently ${turnedAway.last}.`,
        "The ordering platform will retry them. If one isn't retried, the operator gets an email.",
      );

const size = ({ cells }: HealthFacts): Judged => {
  const text = `${numberText(cells)} of ${count(MOST_CELLS, 'cell')}.`;
  return cells > 0.8 * MOST_CELLS
    ? warning(text, 'Delete blank columns and old archive tabs. Blank cells count, too.')
    : good(text);
};

const guard = ({ guardTrouble: trouble = null }: HealthFacts): Judged => {
  if (trouble === null) return good('In place. It protects the sheet from changes that arrive late.');
  const text =
    trouble === 'missing'
      ? "It's missing or broken. Someone deleted its named range or the cell it was on."
      : 'There is more than one. An earlier one was left behind.';
  return warning(`${text} Orders still come in.`, SET_UP);
};

const growth = ({ growth: grown = [] }: HealthFacts): Judged => {
  const near = nearBound(grown);
  if (near.length === 0) return good('Everything is well below its limit.');
  const named = near.map(({ what, size, most }) => `${what}: ${numberText(size)} of ${numberText(most)}`);
  return warning(`${named.join('. ')}.`, 'To make room, choose CPS Orders > Set up this sheet.');
};

const limits = ({ limitsMet = {} }: HealthFacts): Judged => {
  const met = LIMIT_TABLE.filter(({ name }) => (limitsMet[name] ?? 0) > 0);
  if (met.length === 0) return good('No limits were reached in the last hour.');
  const named = met.map(
    (limit) => `${limit.what}: over the limit ${count(limitsMet[limit.name] ?? 0, 'time')} (${figuresIn(limit)})`,
  );
  return warning(
    `${named.join('. ')}.`,
    "New orders aren't affected. If this continues, contact the ordering platform.",
  );
};

const locale = ({ locale: name }: HealthFacts): Judged =>
  /^en(_(US|GB|AU|CA|IE|NZ))?$/.test(name)
    ? good(`${name}. Type amounts like 8.50.`)
    : warning(
        `${name}. Amounts and dates follow that country's format.`,
        "Choose File > Settings > Locale > United States, or type amounts in that country's format.",
      );

const version = ({ version: here, webAppVersion }: HealthFacts): Judged => {
  if (webAppVersion === undefined) return good(`Version ${here}.`);
  if (webAppVersion === null)
    return warning(
      `The sheet runs ${here}. There is no web app address yet.`,
      `${SET_UP} It shows how to deploy the web app.`,
    );
  if (webAppVersion === '')
    return bad("There's no response from the web app address in Settings.", `${SET_UP} It tests the address.`);
  return webAppVersion === here
    ? good(`The sheet and the web app both run ${here}.`)
    : warning(
        `The sheet runs ${here}, the web app ${webAppVersion}.`,
        'In the script editor choose Deploy > Manage deployments > Edit > New version.',
      );
};

const ADDRESS_TODO = 'Choose CPS Orders > Settings and fill in Studio address, one line per row.';

const address = ({ address: { isThere, waits, lines, problems } }: FactsAtHand): Judged => {
  if (!isThere) return warning(`There's none on emails and envelopes yet. ${whileMissing(waits)}`, ADDRESS_TODO);
  return problems.length > 0 ? warning(problems.join(' '), ADDRESS_TODO) : good(`${lines.join(', ')}.`);
};

const intake = ({ lastIntake, local }: FactsAtHand): Judged =>
  good(lastIntake ? `Last order: ${local(lastIntake)}.` : 'No orders yet.');

const config = ({ problems }: FactsAtHand): Judged =>
  problems.length === 0
    ? good('Columns, prices, settings and events look good.')
    : bad(
        problems.join(' '),
        'Correct the cells, or choose CPS Orders > Set up this sheet. For more ways to recover, see the end of CPS Orders > Health.',
      );

type Check = readonly [label: string, judge: (facts: HealthFacts) => Judged];

/** What the tabs and properties show, and what only Google knows or takes hours to count. */
const FROM_TABS = {
  config: ['Columns and settings', config],
  intake: ['Last order', intake],
  sweep: ['5-minute check', sweep],
  queue: ['Waiting emails', queue],
  quota: ['Today’s emails', quota],
  backup: ['Backup', backup],
  address: ['Postal address', address],
} satisfies Record<string, readonly [string, (facts: FactsAtHand) => Judged]>;
const ASKED = {
  live: ['Sheet', () => good('This is the live sheet.')],
  triggers: ['Triggers', triggers],
  consent: ['Permission', consent],
  away: ['Requests turned away', away],
  lock: ['Simultaneous edits', lock],
  guard: ['Change guard', guard],
  size: ['Size', size],
  growth: ['Storage', growth],
  limits: ['Limits', limits],
  locale: ['Locale', locale],
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

/** Whether a line needs attention. */
export const isPoint = ({ state }: HealthLine): boolean => state === 'warning' || state === 'bad';

/** What the check says in a copy of the sheet. */
export const COPY_LINES: readonly HealthLine[] = [
  {
    key: 'live',
    label: 'Sheet',
    state: 'warning',
    text: "This is a copy, or a sheet that isn't set up yet. It doesn't accept orders, send email or make backups.",
    todo: 'To make it the live sheet or a practice sheet, choose CPS Orders > Set up this sheet.',
  },
];

/** All that the check can say while the Sheets service is switched off. @param todo how to switch it on. */
export const serviceOffLine = (todo: string): HealthLine => ({
  ...{ key: 'service', label: 'Sheets service', state: 'bad', todo },
  text: "It's turned off for this script, so orders can’t come in and the sheet isn’t kept up to date.",
});
