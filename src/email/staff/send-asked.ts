import { type EmailKind, isStillTrue, KIND_FACTS } from '../../domain/email-kind';
import { done, notDone, type Outcome } from '../../rpc/outcome';
import { activityRow } from '../../workbook/activity-row';
import type { Change } from '../../workbook/changes';
import { serialOf } from '../../workbook/date-serial';
import type { LedgerEntry } from '../../workbook/ledger-row';
import { emailKey, isTest, type OutboxEntry, testVersion } from '../../workbook/outbox-row';
import { isOneAddress } from '../address';
import { deliver } from '../deliver';
import type { EmailPorts } from '../email-ports';
import { againChange } from '../hold-back';
import { changeEmails, type EmailPlan } from './change-emails';
import type { MenuContext } from './menu-context';

/** An email that a person asks for, under a version of its own. */
export interface Asked {
  readonly entry: LedgerEntry;
  readonly kind: EmailKind;
  readonly to: string;
  /** Who asks. */
  readonly person: string;
  /** The sentence of the Activity tab. */
  readonly detail: string;
}

/** The next free number for an email that is sent again. */
const nextVersion = (emails: readonly OutboxEntry[], orderId: string, kind: EmailKind): string => {
  const numbers = emails
    .filter((email) => email.orderId === orderId && email.kind === kind && /^\d+$/.test(email.version))
    .map(({ version }) => Number(version));
  return String(Math.max(1, ...numbers) + 1);
};

const nextTest = (emails: readonly OutboxEntry[], orderId: string, kind: EmailKind): string => {
  const taken = new Set(emails.map(({ key }) => key));
  let nth = 1;
  while (taken.has(emailKey(orderId, kind, testVersion(nth)))) nth++;
  return testVersion(nth);
};

const SENTENCES = {
  notWritten: 'The email could not be written down for now, and nothing was sent. Please try again in a minute.',
  unknown:
    'Nobody knows yet whether the email is on its way. Please look at CPS Orders > Emails > What waits in 5 minutes before you try again.',
};

/** What else belongs into the commit; a sentence when there is no cause any more, and nothing is sent. */
type Extra = (emails: readonly OutboxEntry[], version: string) => readonly Change[] | string;

const ON_ITS_WAY: readonly string[] = ['queued', 'claimed', 'handing over'];

/** Whether an email leaves without anybody's doing: one that is held for its text does, as soon as that is right. */
const leavesByItself = ({ state, reason }: OutboxEntry): boolean =>
  ON_ITS_WAY.includes(state) || state === 'waiting for quota' || (state === 'held' && reason === 'bad-text');

/** An email of the same kind that leaves by itself is not sent a second time. */
const noneOnItsWay =
  ({ order }: LedgerEntry, kind: EmailKind): Extra =>
  (emails) => {
    const isSame = (email: OutboxEntry) => email.orderId === order.id && email.kind === kind && !isTest(email.version);
    const waits = emails.find((email) => isSame(email) && leavesByItself(email));
    if (!waits) return [];
    const does = ON_ITS_WAY.includes(waits.state) ? 'is on its way already' : 'leaves by itself already';
    return `"${KIND_FACTS[kind].title}" of ${order.number} to ${waits.to} ${does} (Outbox, row ${waits.at}: ${waits.state}): nothing more was sent. CPS Orders > Emails > What waits shows until when it waits.`;
  };

/** Writes the row and what belongs to it in one commit, then sends when this execution may. */
const sendAsked = (
  ports: EmailPorts,
  context: MenuContext,
  asked: Asked,
  versionOf: typeof nextVersion,
  extra: Extra = () => [],
): Outcome => {
  const { entry, kind, to } = asked;
  const { id: orderId, number: orderNumber } = entry.order;
  const now = ports.clock.now();
  const when = serialOf(ports.clock.local(now));
  const line = { when, orderId, orderNumber, event: 'email', by: asked.person || 'staff', detail: asked.detail };
  const plan = (emails: readonly OutboxEntry[]): EmailPlan<Outcome | string> => {
    const next = versionOf(emails, orderId, kind);
    const more = extra(emails, next);
    if (typeof more === 'string') return { changes: [], result: notDone(more) };
    const changes: readonly Change[] = [
      againChange(ports, { orderId, orderNumber, kind }, next, to, ports.sends),
      { change: 'append', tab: 'activity', row: activityRow(line) },
      ...more,
    ];
    return { changes, result: next };
  };
  const written = changeEmails(ports, context, plan, SENTENCES);
  if ('failed' in written) return notDone(written.failed);
  const version = written.result;
  if (typeof version !== 'string') return version;
  if (!ports.sends) return done(`The email to ${to} leaves from the operator's account within some minutes.`);
  const claimed = { entry, ledgerAt: null, kind, version };
  const sent = deliver(ports, context.view, context.config, [claimed], now.getTime());
  const { testModeAddress } = context.config.settings;
  if (testModeAddress && !isTest(version))
    return done(
      `Test mode is on: the email to ${to} waits until it ends, and a copy of it goes to ${testModeAddress}.`,
    );
  return sent === 1
    ? done(`The email to ${to} has left.`)
    : notDone(`The email to ${to} has not left yet: the Outbox tab says why.`);
};

/** Sends an email about an order once more, to its customer or to another address; one that is not true is not sent. */
export const resendTo = (
  ports: EmailPorts,
  context: MenuContext,
  { entry, kind, to, person }: Omit<Asked, 'detail'>,
): Outcome => {
  if (!isOneAddress(to)) return notDone(`"${to}" is not exactly one email address. Nothing was sent.`);
  const { number } = entry.order;
  if (!isStillTrue(kind, entry))
    return notDone(`"${KIND_FACTS[kind].title}" is not true of ${number}, which is ${entry.status}. Nothing was sent.`);
  const detail = `${KIND_FACTS[kind].title} of ${number} sent again to ${to}.`;
  return sendAsked(ports, context, { entry, kind, to, person, detail }, nextVersion, noneOnItsWay(entry, kind));
};

/** Sends an email about an order to the person who asks, and to nobody else. */
export const testTo = (
  ports: EmailPorts,
  context: MenuContext,
  { entry, kind, person }: Omit<Asked, 'detail' | 'to'>,
): Outcome => {
  if (!isOneAddress(person)) return notDone('Google does not tell your address here, so no test can be sent to you.');
  const detail = `Test of "${KIND_FACTS[kind].title}" of ${entry.order.number} to ${person}.`;
  return sendAsked(ports, context, { entry, kind, to: person, person, detail }, nextTest);
};

/**
 * Sends an email again of which nobody knows whether it left; its row is closed in the same commit.
 * @param isOfTest whether it was a test: then another test is sent, and no email that counts.
 */
export const sendUnsureAgain = (
  ports: EmailPorts,
  context: MenuContext,
  asked: Omit<Asked, 'detail'>,
  isOfTest: boolean,
  close: Extra,
): Outcome => {
  const { entry, kind, to } = asked;
  const detail = `${KIND_FACTS[kind].title} of ${entry.order.number} sent again to ${to}: it was unsure whether the first one left.`;
  return sendAsked(ports, context, { ...asked, detail }, isOfTest ? nextTest : nextVersion, close);
};
