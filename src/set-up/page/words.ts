/** What the web app or Google said when a check failed. */
export interface CheckError {
  readonly error: string;
  readonly detail: string;
}

const FAULTS: Readonly<Record<string, string>> = {
  address: 'Paste the whole address of the web app: it begins with https:// and ends in /exec.',
  'dev address': 'This address ends in /dev and works for you alone: paste the one that ends in /exec.',
  silent: 'Nothing answered there.',
  'a page':
    'A page answered instead of the program. The deployment must be a web app that executes as you and is open to anyone.',
  refused: 'The web app refused the test order.',
  'another sheet': 'The web app does not know this sheet’s secret. Is it the web app of another spreadsheet?',
};

/** A failed check as a sentence. */
export const errorText = ({ error, detail }: CheckError): string =>
  [FAULTS[error] ?? error, detail].filter(Boolean).join(' ');

/** Emails that one order causes: receipt, paid, shipped, feedback. */
const EMAILS_PER_ORDER = 4;
/** Recipients a day of the two kinds of account. */
const CONSUMER = 100;
const WORKSPACE = 1_500;

const shown = (count: number): string => count.toLocaleString('en-US');

const inOrders = (emails: number): string =>
  `${shown(emails)} emails a day, enough for about ${shown(Math.floor(emails / EMAILS_PER_ORDER))} orders a day`;

/** Which kind of account it is, as far as its address and what it has left today tell. */
const accountText = (left: number, person: string): string => {
  if (left > CONSUMER) return `This is a Workspace account: it sends ${inOrders(WORKSPACE)}`;
  if (left === CONSUMER || /@(gmail|googlemail)\.com$/i.test(person))
    return `This is a personal Google account: it sends ${inOrders(CONSUMER)}`;
  return `A personal Google account sends ${inOrders(CONSUMER)}; a Workspace account ${inOrders(WORKSPACE)}`;
};

/** What the account's email quota means in orders, from what is left of it today. */
export const quotaText = (left: number, person: string): string =>
  `${accountText(left, person)} (about ${EMAILS_PER_ORDER} emails each). ${shown(left)} are left today. What is over waits for the next day, receipts first.`;

/** A web app that answers: up to date, or what to do. */
export const versionText = (running: string, version: string): string =>
  running === version
    ? `It answers, and runs version ${version}.`
    : `It answers, but runs version ${running} while this sheet has ${version}: in the script editor, Deploy > Manage deployments, give the deployment a new version.`;
