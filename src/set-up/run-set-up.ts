import { headerMemory, rememberHeaders } from '../core/moved-headers';
import type { Crypto, Properties } from '../core/ports';
import { LIVE, OPERATOR, PRACTICE, type Role, roleOf } from '../core/roles';
import { makeSecrets } from '../core/secrets';
import type { TabBuilder } from '../core/set-up-ports';
import { count } from '../domain/text/for-people';
import { ADDRESS_FIRST } from '../email/postal-address';
import type { Preview } from '../import/preview';
import type { Refilled } from '../repair/refill-columns';
import { ForPeople } from '../rpc/rpc';
import { isWhole, layoutOf } from '../workbook/layout';
import type { HeaderAnswers, HeaderQuestion } from './header-repair';
import { type LostLedger, lostLedgerText } from './lost-ledger';
import { migrate } from './migrations';
import { setUpTabs, type TabsReport } from './set-up';

/** What set-up needs from the world. */
export interface SetUpPorts {
  readonly tabBuilder: TabBuilder;
  readonly properties: Properties;
  readonly crypto: Crypto;
  readonly spreadsheetId: string;
  /** Who is at the keyboard, and who owns the spreadsheet; blank when Google does not tell. */
  readonly person: string;
  readonly owner: string;
  /** @throws ServiceOff when the Sheets service is not switched on: then nothing is begun. */
  readonly requireService: () => void;
  /** Installs what is missing of the person's triggers; gives how many. */
  readonly installTriggers: () => number;
  /** Takes rows in the Orders tab already into the Ledger, in the live sheet; the result of it, a sentence each. */
  readonly takeOver: () => readonly string[];
  /** Gives columns that staff have added their headers back, in the live sheet; what was done and is left, a sentence each. */
  readonly ownHeaders: (orders: TabsReport['orders']) => readonly string[];
  /** Orders whose record was there once and is gone: nothing is imported until it is restored, in the live sheet. */
  readonly lostLedger: () => LostLedger | null;
  /** What that would come to; null where it has been done before, or there is nothing to import. */
  readonly previewTakeOver: () => Preview | null;
  /** Fills columns that were added again from the Ledger, in the live sheet. */
  readonly refill: (headers: readonly string[]) => Refilled;
  /** Gives the Ledger its guard back, in the live sheet; what was done, a sentence each. */
  readonly mendGuards: () => readonly string[];
  /** Makes room in what is over its bound, in the live sheet; what was done, a sentence each. */
  readonly makeRoom: () => readonly string[];
  /** Lets this spreadsheet's order numbers jump ahead; whether that has certainly landed. */
  readonly jumpNumbers: () => boolean;
}

/** What set-up did and found. */
export interface SetUpResult {
  readonly role: Role;
  /** The operator's address; blank when nobody is yet. */
  readonly operator: string;
  /** A sentence for each difference that was found and repaired. */
  readonly report: readonly string[];
  readonly questions: readonly HeaderQuestion[];
  /** Why the Orders tab was left as it is, in one sentence; blank when it was not. */
  readonly problem: string;
  /** What importing the rows in the sheet would come to, where staff have to say yes first; else null. */
  readonly preview: Preview | null;
  /** What has to be restored from a backup first; null if nothing does. */
  readonly lost: LostLedger | null;
}

/** Whether rows from before the program are imported right away, or shown first; they are shown once, while the Ledger is empty. */
export type TakeOverChoice = 'at once' | 'show first';

/**
 * Creates or repairs everything, as far as this person may in this spreadsheet; safe to run again. In a copy nothing
 * at all happens until someone says what the copy is for.
 */
export const runSetUp = (
  ports: SetUpPorts,
  answers: HeaderAnswers = {},
  choice: TakeOverChoice = 'at once',
): SetUpResult => {
  const { tabBuilder, properties } = ports;
  ports.requireService();
  const role = roleOfSheet(ports);
  const operator = (): string => properties.all()[OPERATOR] ?? '';
  const nothing = { questions: [], problem: '', preview: null, lost: null };
  if (role === 'copy' || role === 'ended' || role === 'taking')
    return { role, operator: operator(), report: [], ...nothing };
  const wasLive = properties.all()[LIVE] === ports.spreadsheetId;
  const isNew = !properties.all()[LIVE] && tabBuilder.headers('ledger') === null;
  const { report, questions, problem, orders } = setUpTabs(tabBuilder, answers, (added) => {
    const { moved, added: before } = headerMemory(properties);
    if (wasLive) rememberHeaders(properties, { moved, added: [...new Set([...before, ...added])] });
  });
  const done = [...report];
  if (role === 'operator') {
    if (isNew) properties.set({ [ADDRESS_FIRST]: 'yes' });
    done.push(...migrate(properties, tabBuilder));
    makeSecrets(properties, ports.crypto, ports.spreadsheetId, ports.person);
    tabBuilder.setMark(ports.spreadsheetId);
    if (ports.installTriggers() > 0) done.push('Installed the triggers that handle edits and emails.');
  }
  const isLive = properties.all()[LIVE] === ports.spreadsheetId;
  if (!isLive || questions.length > 0 || problem)
    return { role, operator: operator(), report: done, ...nothing, questions, problem };
  done.push(...refilled(ports), ...ports.ownHeaders(orders), ...ports.mendGuards(), ...ports.makeRoom());
  const lost = ports.lostLedger();
  if (lost) return { role, operator: operator(), report: [...done, lostLedgerText(lost)], ...nothing, lost };
  const preview = choice === 'show first' ? ports.previewTakeOver() : null;
  return { role, operator: operator(), report: [...done, ...(preview ? [] : ports.takeOver())], ...nothing, preview };
};

/** The headers are above their values: columns that were added are filled, and then all of them count. */
const refilled = ({ properties, refill }: SetUpPorts): string[] => {
  const { added } = headerMemory(properties);
  const { rows, done } = added.length > 0 ? refill(added) : { rows: 0, done: true };
  rememberHeaders(properties, { moved: [], added: done ? [] : added });
  return [
    ...(rows > 0 ? [`Orders: refilled ${added.join(', ')} in ${count(rows, 'row')}.`] : []),
    ...(done ? [] : ['Some cells still need to be filled. Please run this again.']),
  ];
};

export const roleOfSheet = ({ properties, tabBuilder, spreadsheetId, person, owner }: SetUpPorts): Role =>
  roleOf({ properties: properties.all(), spreadsheetId, mark: tabBuilder.mark(), person, owner });

/** Makes a copy of the spreadsheet a sheet to practice in: its tabs are kept up, nothing is emailed or accepted. */
export const makePractice = (ports: SetUpPorts): void => ports.properties.set({ [PRACTICE]: ports.spreadsheetId });

const NEEDED = ['ledger', 'outbox', 'activity'] as const;
const NOT_LIVE =
  "Couldn't move this copy's order numbers ahead, so it isn't the live sheet yet. Please try again in a minute.";

/**
 * Makes a copy the live sheet, as after a loss of the original. What waits in its Outbox is held: the original may
 * have sent it. Its numbers jump ahead before it is live: the original may have given the next ones. Only its owner may.
 * @throws ForPeople when the jump did not land; the copy stays a copy then.
 */
export const makeLive = (ports: SetUpPorts): number => {
  const { tabBuilder } = ports;
  const isReady = NEEDED.every((tab) => isWhole(layoutOf(tab, tabBuilder.headers(tab) ?? [])));
  if (!isReady) setUpTabs(tabBuilder);
  const held = tabBuilder.holdEmails();
  if (!ports.jumpNumbers()) throw new ForPeople(NOT_LIVE);
  ports.properties.set({ [LIVE]: ports.spreadsheetId, [OPERATOR]: ports.person, [PRACTICE]: '' });
  tabBuilder.setMark(ports.spreadsheetId);
  return held;
};
