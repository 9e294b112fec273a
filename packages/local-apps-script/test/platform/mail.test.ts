import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, evaluate, openOffice } from '../../testing';

afterAll(closeOffices);

const MAILER = {
  'Code.js': `
function send(to) { MailApp.sendEmail(to, 'Subject', 'Text'); return MailApp.getRemainingDailyQuota(); }
function left() { return MailApp.getRemainingDailyQuota(); }
function doPost(e) { MailApp.sendEmail(e.parameter.to, 'S', 'T'); return ContentService.createTextOutput('ok'); }
function one(message) { MailApp.sendEmail(message); }
function options(to, options) { MailApp.sendEmail(to, 'Subject', 'Text', options); }
function replyTo() { MailApp.sendEmail('ann@example.com', 'reply@example.com', 'Subject', 'Text'); }
function attach() {
  MailApp.sendEmail({ to: 'ann@example.com', subject: 'S', body: 'B', attachments: [Utilities.newBlob('a,b', 'text/csv', 'list.csv')] });
}`,
};

const mailsOf = (office: ReturnType<typeof openOffice>) => office.mail().mails as unknown as Record<string, unknown>[];

describe('MailApp (docs/google.md G1, G95, G96 and G97)', () => {
  test('a sent email is in the mailbox with all of its fields', async () => {
    const office = openOffice({ script: MAILER });
    await office.run({
      function: 'options',
      args: [
        'Ann <ann@example.com>',
        { htmlBody: '<p>Text</p>', name: 'Shop', replyTo: 'shop@example.com', cc: 'bob@example.com' },
      ],
    });
    expect(mailsOf(office)).toEqual([
      {
        id: 1,
        from: 'operator@example.com',
        to: 'ann@example.com',
        recipients: ['ann@example.com'],
        cc: ['bob@example.com'],
        bcc: [],
        subject: 'Subject',
        text: 'Text',
        html: '<p>Text</p>',
        name: 'Shop',
        replyTo: 'shop@example.com',
        attachments: [],
        time: '2026-10-02T15:00:00.000Z',
      },
    ]);
  });

  test('one message object, a reply address and attachments are taken too', async () => {
    const office = openOffice({ script: MAILER });
    await office.run({
      function: 'one',
      args: [{ to: 'ann@example.com', subject: 'S', body: 'B', htmlBody: '<b>B</b>' }],
    });
    await office.run({ function: 'replyTo' });
    await office.run({ function: 'attach' });
    expect(mailsOf(office)).toMatchObject([
      { to: 'ann@example.com', subject: 'S', text: 'B', html: '<b>B</b>' },
      { replyTo: 'reply@example.com', subject: 'Subject', text: 'Text' },
      { attachments: [{ name: 'list.csv', type: 'text/csv', size: 3 }] },
    ]);
  });

  test('it sends from the effective user’s address, on that user’s quota', async () => {
    const office = openOffice({ script: MAILER });
    await office.run({ function: 'send', args: ['ann@example.com'], as: 'staff' });
    expect(mailsOf(office)).toMatchObject([{ from: 'staff@example.com' }]);
    expect(await office.run({ function: 'left', as: 'staff' })).toEqual({ result: 99 });
    expect(await office.run({ function: 'left', as: 'operator' })).toEqual({ result: 100 });
  });

  test('the web app’s emails come from the deployer', async () => {
    const office = openOffice({ script: MAILER });
    await office.request({ method: 'POST', query: 'to=ann@example.com', body: 'x' });
    expect(mailsOf(office)).toMatchObject([{ from: 'operator@example.com' }]);
  });

  test('an address with a comma emails several people', async () => {
    const office = openOffice({ script: MAILER });
    expect(await office.run({ function: 'send', args: ['ann@example.com,eve@evil.example'] })).toEqual({ result: 98 });
    expect(mailsOf(office)).toMatchObject([
      { to: 'ann@example.com', recipients: ['ann@example.com', 'eve@evil.example'] },
    ]);
  });

  test('a comma within a quoted name does not separate', async () => {
    const office = openOffice({ script: MAILER });
    await office.run({ function: 'send', args: ['"Smith, Ann" <ann@example.com>'] });
    expect(mailsOf(office)).toMatchObject([{ recipients: ['ann@example.com'] }]);
  });

  test.each(['consumer', 'workspace'] as const)(
    'recipients count, not messages: 100 a day (consumer), 1,500 (Workspace): %s',
    async (account) => {
      const office = openOffice({ script: MAILER });
      office.world.switches.account = account;
      const quota = account === 'consumer' ? 100 : 1500;
      expect(await office.run({ function: 'left' })).toEqual({ result: quota });
      await office.run({ function: 'send', args: ['a@example.com, b@example.com, c@example.com'] });
      expect(await office.run({ function: 'left' })).toEqual({ result: quota - 3 });
    },
  );

  test('over the quota it throws and sends nothing, not even to the first', async () => {
    const office = openOffice({ script: MAILER });
    office.world.switches.mailQuota = 2;
    await office.run({ function: 'send', args: ['a@example.com'] });
    expect(await office.run({ function: 'send', args: ['b@example.com,c@example.com'] })).toEqual({
      error: { name: 'Exception', message: 'Service invoked too many times for one day: email.' },
    });
    expect(mailsOf(office)).toHaveLength(1);
  });

  test('the quota resets 24 h after the first email', async () => {
    const office = openOffice({ script: MAILER });
    await office.run({ function: 'send', args: ['a@example.com'] });
    await office.advance(86_400_000 - 1);
    await office.run({ function: 'send', args: ['b@example.com'] });
    expect(await office.run({ function: 'left' })).toEqual({ result: 98 });
    await office.advance(1);
    expect(await office.run({ function: 'left' })).toEqual({ result: 100 });
  });

  test.each([
    [50, { result: 50 }],
    [51, { error: { name: 'Exception', message: 'Limit Exceeded: Email Recipients Per Message.' } }],
  ])('at most 50 recipients a message: %d', async (count, answer) => {
    const office = openOffice({ script: MAILER });
    const to = Array.from({ length: count }, (_, at) => `p${at}@example.com`).join(',');
    expect(await office.run({ function: 'send', args: [to] })).toEqual(answer);
  });

  test.each([
    ['nobody', 'Invalid email: nobody'],
    ['ann@example.com, bob', 'Invalid email: bob'],
    ['', 'Failed to send email: no recipient'],
    ['a b@example.com', 'Invalid email: a b@example.com'],
  ])('a bad address is refused: %j', async (to, message) => {
    const office = openOffice({ script: MAILER });
    expect(await office.run({ function: 'send', args: [to] })).toEqual({ error: { name: 'Exception', message } });
    expect(mailsOf(office)).toEqual([]);
  });

  test('MailApp does not break emoji', async () => {
    const office = openOffice({ script: MAILER });
    await office.run({ function: 'one', args: [{ to: 'ann@example.com', subject: '📷 prints', body: '🎉' }] });
    expect(mailsOf(office)).toMatchObject([{ subject: '📷 prints', text: '🎉' }]);
  });

  test('it returns nothing, and has no idempotency key: the same again is a second email', async () => {
    const office = openOffice({ script: MAILER });
    expect(await evaluate(`return typeof MailApp.sendEmail('ann@example.com', 'S', 'B');`)).toBe('undefined');
    await office.run({ function: 'send', args: ['ann@example.com'] });
    await office.run({ function: 'send', args: ['ann@example.com'] });
    expect(mailsOf(office)).toHaveLength(2);
  });

  test('wrong arguments are refused with Google’s wording', async () => {
    await expect(evaluate(`MailApp.sendEmail('ann@example.com', 'S');`)).rejects.toThrow(
      "The parameters (String,String) don't match the method signature for MailApp.sendEmail.",
    );
  });

  test('emails are listed after an id or from a time on', async () => {
    const office = openOffice({ script: MAILER });
    await office.run({ function: 'send', args: ['a@example.com'] });
    await office.advance(60_000);
    await office.run({ function: 'send', args: ['b@example.com'] });
    expect(office.mail('1').mails).toMatchObject([{ id: 2 }]);
    expect(office.mail('2026-10-02T15:01:00Z').mails).toMatchObject([{ id: 2 }]);
    expect(() => office.mail('yesterday')).toThrow('since must be an id or an ISO time, not "yesterday"');
  });
});
