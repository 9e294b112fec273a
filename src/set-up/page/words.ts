import { count, numberText } from '../../domain/text/for-people';

/** What the web app or Google said when a check failed. */
export interface CheckError {
  readonly error: string;
  readonly detail: string;
}

const WORDS: Readonly<Record<string, string>> = {
  address: 'Paste the full address of the web app. It starts with https:// and ends in /exec.',
  'dev address': 'This address ends in /dev and works only for you. Paste the one that ends in /exec.',
  silent: 'There was no response from that address.',
  'a page':
    'That address returned a web page instead of CPS Orders. Deploy it as a web app that executes as you and is open to anyone.',
  refused: 'The web app rejected the test order.',
  'another sheet': 'The web app doesn’t have this sheet’s secret. Does it belong to another spreadsheet?',
};

/** A failed check as a sentence. */
export const errorText = ({ error, detail }: CheckError): string =>
  [WORDS[error] ?? error, detail].filter(Boolean).join(' ');

/** Emails that one order causes: receipt, paid, shipped, feedback. */
const EMAILS_PER_ORDER = 4;
/** Recipients a day of the two kinds of account. */
const CONSUMER = 100;
const WORKSPACE = 1_500;

const inOrders = (emails: number): string =>
  `${count(emails, 'email')} a day, enough for about ${count(Math.floor(emails / EMAILS_PER_ORDER), 'order')}`;

/** Which kind of account it is, as far as its address and what it has left today tell. */
const accountText = (left: number, person: string): string => {
  if (left > CONSUMER) return `This is a Google Workspace account. It can send ${inOrders(WORKSPACE)}`;
  if (left === CONSUMER || /@(gmail|googlemail)\.com$/i.test(person))
    return `This is a personal Google account. It can send ${inOrders(CONSUMER)}`;
  return `A personal Google account can send ${inOrders(CONSUMER)}; a Google Workspace account, ${inOrders(WORKSPACE)}`;
};

/** What the account's email quota means in orders, from what is left of it today. */
export const quotaText = (left: number, person: string): string =>
  `${accountText(left, person)} (about ${EMAILS_PER_ORDER} emails each). You have ${numberText(left)} left today. Anything over the limit goes out the next day, receipts first.`;

/** A web app that answers: up to date, or what to do. */
export const versionText = (running: string, version: string): string =>
  running === version
    ? `It works and runs version ${version}.`
    : `It works, but it runs version ${running} and this sheet runs ${version}. In the script editor, choose Deploy > Manage deployments > Edit > New version.`;
