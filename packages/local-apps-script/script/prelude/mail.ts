import { blobData } from './blob';
import { call } from './bridge';
import { expectTypes, wrongParameters } from './signature';
import { strict } from './strict';

const METHOD = 'MailApp.sendEmail';

const OPTIONS = [
  'attachments',
  'bcc',
  'body',
  'cc',
  'htmlBody',
  'inlineImages',
  'name',
  'noReply',
  'replyTo',
  'subject',
  'to',
];

/** The overloads of sendEmail as one plain message: (message), (to, subject, body, options?), (to, replyTo, subject, body). */
const messageOf = (args: readonly unknown[]): Record<string, unknown> => {
  const [first, second, third, fourth] = args;
  if (args.length === 1) {
    expectTypes(args, METHOD, 'object');
    return { ...(first as object) };
  }
  if (args.length === 4 && typeof fourth === 'string') {
    expectTypes(args, METHOD, 'string', 'string', 'string', 'string');
    return { to: first, replyTo: second, subject: third, body: fourth };
  }
  if (args.length < 3) throw wrongParameters(args, METHOD);
  expectTypes(args, METHOD, 'string', 'string', 'string', 'object?');
  return { ...((fourth as object | undefined) ?? {}), to: first, subject: second, body: third };
};

/** `MailApp`: sends from the effective user's address, on that user's quota (docs/google.md G95). */
export const MailApp = strict(
  {
    sendEmail(...args: unknown[]): void {
      const { attachments, inlineImages, ...message } = messageOf(args);
      const known = Object.entries(message).filter(
        ([key, value]) => OPTIONS.includes(key) && value !== undefined && value !== null,
      );
      const files = ((attachments as unknown[] | undefined) ?? []).map(blobData);
      const images = Object.entries((inlineImages as Record<string, unknown> | undefined) ?? {});
      call(METHOD, {
        ...Object.fromEntries(known.map(([key, value]) => [key, typeof value === 'boolean' ? value : String(value)])),
        attachments: files.map(({ name, type, bytes }) => ({ name: name ?? 'attachment', type, size: bytes.length })),
        inlineImages: images.map(([name]) => name),
      });
    },
    getRemainingDailyQuota: () => call('MailApp.getRemainingDailyQuota') as number,
  },
  'MailApp',
);
