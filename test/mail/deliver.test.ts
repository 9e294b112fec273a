import { expect, test } from '@jest/globals';
import { MAIL_KINDS } from '../../src/domain/mail-kind';
import { type ClaimedMail, deliver } from '../../src/mail/deliver';
import { isStillTrue } from '../../src/mail/is-true';
import { newMail } from '../../src/mail/new-mail';
import { type Clock, type Mail, type Mailer, MailRefused, type OutboxBook, type OutboxMark } from '../../src/ports';
import { readConfig } from '../../src/workbook/config';
import { serialOf } from '../../src/workbook/date-serial';
import type { LedgerEntry } from '../../src/workbook/ledger-row';
import type { WorkbookView } from '../../src/workbook/view';
import { only } from '../support/only';
import { PAULS_ORDER } from '../workbook/orders';
import { freshView } from '../workbook/places';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const MINUTE = 60_000;

const entryOf = (id: string, email = 'paul@example.com'): LedgerEntry => ({
  order: { ...PAULS_ORDER, id, customer: { ...PAULS_ORDER.customer, email } },
  fingerprint: 'f',
  replaces: '',
  status: 'pending',
  shipping: 'to ship',
  progress: {},
  flag: '',
  warnings: [],
});
const receipt = (id: string, email?: string): ClaimedMail => ({
  entry: entryOf(id, email),
  kind: 'receipt',
  attempts: 0,
});

/** A desk on which mails are handed over: what was sent, and what each row says in the end. */
class Desk {
  now = NOW;
  sent: string[] = [];
  marks: string[] = [];
  send: (mail: Mail) => void = (mail) => void this.sent.push(mail.to);
  mark: (at: number, mark: OutboxMark) => void = () => {};
  rows = new Map(['a', 'b', 'c'].map((id, index) => [`receipt:${id}:1`, index + 2]));

  deliver(mails: readonly ClaimedMail[], view: WorkbookView = freshView(), claimedAt = NOW): number {
    const clock: Clock = {
      now: () => new Date(this.now),
      local: (instant) => instant.toISOString().slice(0, 19),
    };
    const mailer: Mailer = { send: (mail) => this.send(mail) };
    const outbox = only<OutboxBook>({
      rowsOf: () => this.rows,
      mark: (_, at, mark) => {
        this.mark(at, mark);
        this.marks.push(`${at} ${mark.state} ${mark.attempts} ${mark.error}`.trim());
      },
    });
    return deliver({ clock, mailer, outbox }, view, readConfig(view, undefined), mails, claimedAt);
  }
}

test('each mail is marked before it is handed over and after it was sent', () => {
  const desk = new Desk();
  const order: string[] = [];
  desk.send = (mail) => void order.push(`sent to ${mail.to}`);
  desk.mark = (at, { state, sentAt }) => void order.push(`${at} ${state}${sentAt === '' ? '' : ` at ${sentAt}`}`);
  expect(desk.deliver([receipt('a'), receipt('b', 'eve@example.com')])).toBe(2);
  const time = serialOf('2026-11-23T15:00:00');
  expect(order).toEqual([
    '2 handing over',
    'sent to paul@example.com',
    `2 sent at ${time}`,
    '3 handing over',
    'sent to eve@example.com',
    `3 sent at ${time}`,
  ]);
});

test.each([
  [new MailRefused('quota', 'Service invoked too many times for one day: email.'), 'waiting for quota'],
  [new MailRefused('address', 'Invalid email'), 'failed'],
  [new Error('Service unavailable'), 'unsure'],
  ['a thrown text', 'unsure'],
])('when sending ends in "%s" the mail is %s', (thrown, state) => {
  const desk = new Desk();
  desk.send = () => {
    throw thrown;
  };
  expect(desk.deliver([receipt('a')])).toBe(0);
  expect(desk.marks).toEqual(['2 handing over 1', `2 ${state} 1 ${thrown instanceof Error ? thrown.message : thrown}`]);
});

test('a used-up quota ends the run; a bad address or an unclear failure does not', () => {
  const desk = new Desk();
  const failures = [new MailRefused('address', 'bad'), new Error('who knows'), new MailRefused('quota', 'over')];
  desk.send = () => {
    throw failures.shift();
  };
  desk.rows.set('receipt:d:1', 5);
  desk.deliver([receipt('a'), receipt('b'), receipt('c'), receipt('d')]);
  expect(desk.marks.filter((mark) => !mark.includes('handing over'))).toEqual([
    '2 failed 1 bad',
    '3 unsure 1 who knows',
    '4 waiting for quota 1 over',
  ]);
});

test('a template that cannot be used holds the mail, with the reason, and sends nothing', () => {
  const desk = new Desk();
  const emails = [{ Kind: 'receipt', On: 'on', Subject: 'Hi {{nmae}}', Message: '' }];
  desk.deliver([receipt('a')], freshView({ emails }));
  expect(desk.sent).toEqual([]);
  expect(desk.marks).toEqual([expect.stringMatching(/^2 held 0 \{\{nmae\}\} is no tag/)]);
});

test('a mail whose row a person has removed is not sent', () => {
  const desk = new Desk();
  desk.rows.delete('receipt:a:1');
  expect(desk.deliver([receipt('a'), receipt('b', 'eve@example.com')])).toBe(1);
  expect(desk.sent).toEqual(['eve@example.com']);
});

test('a mail that cannot be marked is not sent, and does not stop the others', () => {
  const desk = new Desk();
  desk.mark = (at) => {
    if (at === 2) throw new Error('Service Spreadsheets timed out');
  };
  expect(desk.deliver([receipt('a'), receipt('b', 'eve@example.com')])).toBe(1);
  expect(desk.sent).toEqual(['eve@example.com']);
});

test('a mail that was sent but could not be marked so is not sent again in this run', () => {
  const desk = new Desk();
  desk.mark = (_, { state }) => {
    if (state === 'sent') throw new Error('Service Spreadsheets timed out');
  };
  desk.deliver([receipt('a')]);
  expect(desk.sent).toEqual(['paul@example.com']);
  expect(desk.marks).toEqual(['2 handing over 1']);
});

test('what the lease leaves no time for is left to the sweep', () => {
  const desk = new Desk();
  desk.send = (mail) => {
    desk.sent.push(mail.to);
    desk.now += 2 * MINUTE;
  };
  expect(desk.deliver([receipt('a'), receipt('b'), receipt('c')])).toBe(2);
  expect(new Desk().deliver([receipt('a')], freshView(), NOW - 3 * MINUTE)).toBe(0);
});

test('an outbox that cannot be read sends nothing and throws nothing', () => {
  const desk = new Desk();
  Object.defineProperty(desk, 'rows', {
    get: () => {
      throw new Error('Service Spreadsheets timed out');
    },
  });
  expect(desk.deliver([receipt('a')])).toBe(0);
  expect(desk.sent).toEqual([]);
});

const clock: Clock = { now: () => new Date(NOW), local: (instant) => instant.toISOString().slice(0, 19) };

test('a mail is claimed for three minutes and news for three days', () => {
  expect(newMail(clock, PAULS_ORDER, 'receipt', '2026-11-23T15:00:00.000Z', true)).toEqual({
    orderId: 'web-1001',
    orderNumber: 'ASDAR26-0001',
    kind: 'receipt',
    to: 'paul@example.com',
    state: 'claimed',
    leaseUntil: serialOf('2026-11-23T15:03:00'),
    notBefore: '',
    notAfter: serialOf('2026-11-26T15:00:00'),
    createdAt: serialOf('2026-11-23T15:00:00'),
  });
  expect(newMail(clock, PAULS_ORDER, 'paid', '2026-11-23T15:00:00.000Z', false)).toMatchObject({
    state: 'queued',
    leaseUntil: '',
  });
});

test('a mail is true only while its order stands where the mail says', () => {
  const standings = [
    ['pending', 'to ship'],
    ['paid', 'to ship'],
    ['shipped', 'shipped'],
    ['shipped', 'picked up'],
    ['cancelled', null],
  ] as const;
  const table = standings.map(([status, shipping]) =>
    MAIL_KINDS.filter((kind) => isStillTrue(kind, { ...entryOf('a'), status, shipping })).join(' '),
  );
  expect(table).toEqual([
    'receipt',
    'receipt paid',
    'receipt paid shipped feedback',
    'receipt paid feedback',
    'cancelled',
  ]);
  expect(isStillTrue('nonsense', entryOf('a'))).toBe(false);
});
