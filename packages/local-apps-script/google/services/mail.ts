import type { Mail } from '../mailbox';
import { changes, looks, type Operations } from '../operations';
import { ServiceError } from '../service-error';
import type { World } from '../world';

/** A message of `MailApp.sendEmail` as the prelude sends it. */
interface Message {
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly htmlBody?: string;
  readonly name?: string;
  readonly replyTo?: string;
  readonly noReply?: boolean;
  readonly attachments?: Mail['attachments'];
}

const MOST_RECIPIENTS = 50;
const LONGEST_SUBJECT = 250;
const LARGEST_BODY = 200 * 1024;
const QUOTA = { consumer: 100, workspace: 1500 };
const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/;

/** The addresses of a comma list, bare: `Ann <ann@x.org>, bob@x.org` has two. @throws ServiceError for one that is none. */
const addresses = (list = ''): string[] =>
  splitList(list).map((entry) => {
    const bare = (/<([^<>]*)>\s*$/.exec(entry)?.[1] ?? entry).trim();
    if (!ADDRESS.test(bare)) throw new ServiceError(`Invalid email: ${entry}`);
    return bare;
  });

/** Splits at commas outside of quotes: `"Smith, Ann" <ann@x.org>` is one. */
const splitList = (list: string): string[] =>
  (list.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map((entry) => entry.trim()).filter((entry) => entry !== '');

/** What is left of a user's day. */
export const mailQuotaLeft = (world: World, user: string, now: number): number => {
  const { mailQuota, account } = world.switches;
  return Math.max(0, (mailQuota ?? QUOTA[account]) - world.mailbox.used(user, now));
};

/** MailApp (docs/google.md G95): the effective user sends, on that user's quota; recipients count, not messages. */
export const mail: Operations = {
  'MailApp.sendEmail': changes('mail', ({ world, actor, now, replaying }, message: Message) => {
    const [to, cc, bcc] = [addresses(message.to), addresses(message.cc), addresses(message.bcc)];
    const count = to.length + cc.length + bcc.length;
    const [first] = [...to, ...cc, ...bcc];
    if (first === undefined) throw new ServiceError('Failed to send email: no recipient');
    if (count > MOST_RECIPIENTS) throw new ServiceError('Limit Exceeded: Email Recipients Per Message.');
    if ((message.subject ?? '').length > LONGEST_SUBJECT) throw new ServiceError('Argument too large: subject');
    const size = Buffer.byteLength(`${message.body ?? ''}${message.htmlBody ?? ''}`, 'utf8');
    if (size > LARGEST_BODY) throw new ServiceError('Limit Exceeded: Email Body Size.');
    if (!replaying && count > mailQuotaLeft(world, actor.effectiveUser, now)) {
      throw new ServiceError('Service invoked too many times for one day: email.');
    }
    world.mailbox.use(actor.effectiveUser, count, now);
    world.mailbox.add({
      from: message.noReply ? `noreply@${actor.effectiveUser.split('@')[1] ?? ''}` : actor.effectiveUser,
      to: first,
      recipients: to,
      cc,
      bcc,
      subject: message.subject ?? '',
      text: message.body ?? '',
      html: message.htmlBody ?? null,
      name: message.name ?? null,
      replyTo: message.replyTo ?? null,
      attachments: message.attachments ?? [],
      time: new Date(now).toISOString(),
    });
    return null;
  }),
  'MailApp.getRemainingDailyQuota': looks('mail', ({ world, actor, now }) =>
    mailQuotaLeft(world, actor.effectiveUser, now),
  ),
};
