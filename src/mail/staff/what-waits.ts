import type { OutboxEntry } from '../../workbook/outbox-row';
import { gatesOf } from '../gates';
import { readMailDay } from '../mail-day';
import { allMails } from '../read-mails';
import { settingNow } from './chosen';
import type { MailMenuPorts } from './menu-ports';

/** The states that people should know of, and what they mean for them. */
const WAITING = [
  ['queued', 'leave with the next sweep, or when they are due'],
  ['claimed', 'are on their way at this moment'],
  ['handing over', 'are being handed to Google at this moment'],
  ['waiting for quota', 'wait for the next day’s quota'],
  ['held', 'are held: Release held mails sends them'],
  ['unsure', 'may have left: Settle unsure mails'],
  ['failed', 'could not be sent to their address'],
] as const;

const MOST_NAMED = 5;

/** Menu: Emails > What waits. Today's quota, and every mail that has not left with its reason. */
export const whatWaits = (ports: MailMenuPorts): void => {
  const { view, config } = settingNow(ports);
  const mails = allMails(ports.outbox, view);
  const left = ports.sends ? ports.mailer.left() : (readMailDay(ports.properties)?.left ?? null);
  const gates = gatesOf(ports.clock, view, config, mails, left ?? 0);
  const { testModeAddress, mailReserve } = config.settings;
  const quota =
    left === null
      ? 'How many mails the account may still send today is known to the operator only.'
      : `The operator's account may send ${left} more today; ${mailReserve} of them are kept for alerts.`;
  const lines = WAITING.flatMap(([state, meaning]) => {
    const those = mails.filter((mail) => mail.state === state);
    return those.length > 0 ? [`${those.length} ${meaning}`, ...those.slice(0, MOST_NAMED).map(lineOf)] : [];
  });
  ports.desk.tell(
    'What waits',
    [
      `${quota}${gates.until ? ` A new day begins at ${gates.until}.` : ''}`,
      ...(testModeAddress ? [`Test mode: every mail goes to ${testModeAddress}.`] : []),
      '',
      ...(lines.length > 0 ? lines : ['No mail is waiting.']),
    ].join('\n'),
  );
};

const lineOf = ({ kind, orderNumber, to, error }: OutboxEntry): string =>
  `   ${kind} for ${orderNumber} to ${to}${error ? `: ${error}` : ''}`;
