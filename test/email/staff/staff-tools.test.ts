import { afterEach, expect, test } from '@jest/globals';
import { copiesOf, runNightly } from '../../backup/backup-shop';
import { closeOffices } from '../../support/office';
import { openPage } from '../../support/shown-dialog';
import { MINUTE, openEmailShop, order, postOrders } from '../email-shop';

afterEach(closeOffices);

const OPERATOR = 'operator@cps-photos.example';
const STAFF = 'staff@cps-photos.example';

test('toggling paid, stepping back and paid again emails once; Resend emails again', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.type('L2', 'paid');
  shop.select('A2');
  shop.office.willAnswer('YES');
  await shop.menu('Step back');
  expect(shop.rows('Orders')).toMatchObject([{ Status: 'pending' }]);
  await shop.type('L2', 'paid');
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(2);
  shop.office.willAnswer('OK', 'paid');
  shop.office.willAnswer('OK', '');
  await shop.menu('Emails > Resend an email');
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(3);
  expect(shop.customerEmails()[2]).toMatchObject({ to: 'c1@example.com', subject: shop.customerEmails()[1]?.subject });
  expect(shop.states()).toMatchObject({ 'paid:order-1:1': 'sent', 'paid:order-1:2': 'sent' });
});

test('Resend to another address goes only there, under its own key, and is listed in Activity', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  shop.select('A2');
  shop.office.willAnswer('OK', '1');
  shop.office.willAnswer('OK', 'mother@example.com');
  await shop.menu('Emails > Resend an email');
  expect(shop.customerEmails()[1]).toMatchObject({ to: 'mother@example.com', recipients: ['mother@example.com'] });
  expect(shop.rows('Activity').map(({ Detail }) => Detail)).toContainEqual(
    '"Order received" for ASDAR26-0001 was resent to mother@example.com.',
  );
});

test.each(['a@example.com, b@example.com', 'nobody', 'x <a@example.com>'])(
  'Resend to %j is rejected',
  async (address) => {
    const shop = await openEmailShop();
    await shop.post(order(1));
    shop.select('A2');
    shop.office.willAnswer('OK', '1');
    shop.office.willAnswer('OK', address);
    shop.office.willAnswer('OK');
    await shop.menu('Emails > Resend an email');
    expect(shop.customerEmails()).toHaveLength(1);
    expect(shop.rows('Outbox')).toHaveLength(1);
  },
);

test.each(['landed before the next try', 'landing in the midst of the next try'])(
  'a Resend that may or may not have been saved says so, and is sent once no matter how often it’s retried (%s)',
  async (when) => {
    const shop = await openEmailShop();
    await shop.post(order(1));
    const call = await openPage(shop, 'Find order');
    const resend = () => call<{ isDone: boolean; text: string }>('orders.resend', 'order-1', 'receipt', '');
    shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'late' });
    const first = await resend();
    shop.office.clearFaults();
    expect(first.isDone).toBe(false);
    expect(first.text).toContain("It isn't clear yet whether the email is on its way");
    expect(first.text).not.toContain('nothing was sent');
    if (when.startsWith('landed')) await shop.office.advance(MINUTE);
    expect(await resend()).toMatchObject({
      isDone: false,
      text: expect.stringContaining('to c1@example.com is already on its way (Outbox, row 3: claimed)'),
    });
    for (let run = 0; run < 3; run++) await shop.sweep();
    expect(shop.customerEmails()).toHaveLength(2);
    expect(shop.states()).toEqual({ 'receipt:order-1:1': 'sent', 'receipt:order-1:2': 'sent' });
    expect(await resend()).toMatchObject({ isDone: true });
  },
);

test.each(['held for its text', 'waiting for quota'])(
  'an email that is %s goes out automatically later, so a Resend sends no extra one',
  async (state) => {
    const shop = await openEmailShop();
    const isText = state.startsWith('held');
    if (isText) await shop.editEmails('receipt', 'Message', 'Hello {{nmae}}');
    else shop.office.world.switches.mailQuota = 0;
    await shop.post(order(1));
    const call = await openPage(shop, 'Find order');
    const { text } = await call<{ text: string }>('orders.resend', 'order-1', 'receipt', '');
    expect(text).toContain('to c1@example.com will go out automatically');
    if (isText) await shop.editEmails('receipt', 'Message', 'Hello {{firstName}}');
    else shop.office.world.switches.mailQuota = 100;
    for (let run = 0; run < 2; run++) await shop.sweep();
    expect(shop.customerEmails()).toHaveLength(1);
  },
);

test('test mode never reports a customer’s email as sent', async () => {
  const shop = await openEmailShop();
  for (let n = 1; n <= 4; n++) await shop.post(order(n));
  await shop.setting('Test mode address', 'me@example.com');
  const call = await openPage(shop, 'Find order');
  const told: string[] = [];
  for (const asked of [
    ['orders.mark', 'order-1', 'paid', ''],
    ['orders.resend', 'order-1', 'receipt', ''],
  ])
    told.push((await call<{ text: string }>(...asked)).text);
  await shop.mark('A3', 'paid');
  told.push(shop.toasts().at(-1) ?? '');
  const bulk = await call<{ emails: number; testAddress: string }>('bulk.run', 'paid', ['order-3', 'order-4'], '');
  expect(bulk).toMatchObject({ emails: 2, testAddress: 'me@example.com' });
  expect(told).toEqual([
    "Marked paid. Test mode is on: the customer's email is held until it ends, and a copy goes to me@example.com.",
    'Test mode is on: the email to c1@example.com will go out when it ends, and a copy goes to me@example.com.',
    expect.stringContaining(
      'Test mode is on: 1 email to customers will go out when it ends, and copies go to me@example.com.',
    ),
  ]);
  expect(shop.customerEmails().filter(({ to }) => to !== 'me@example.com')).toHaveLength(4);
});

test('a staff member’s Resend goes out from the operator’s account with the next sweep', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  shop.select('A2', 'staff');
  shop.office.willAnswer('OK', '1');
  shop.office.willAnswer('OK', '');
  await shop.menu('Emails > Resend an email', 'staff');
  expect(shop.customerEmails()).toHaveLength(1);
  expect(shop.toasts().join()).toContain("The operator's account will send the email");
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(2);
  expect(shop.customerEmails()[1]?.from).toBe(OPERATOR);
});

test('a test goes to the user who asked, with a banner, and changes nothing for the customer', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  shop.select('A2', 'staff');
  for (let times = 0; times < 2; times++) {
    shop.office.willAnswer('OK', '3');
    await shop.menu('Emails > Send me a test email', 'staff');
  }
  await shop.sweep();
  const tests = shop.customerEmails().slice(1);
  expect(tests).toMatchObject([{ to: STAFF }, { to: STAFF }]);
  expect(tests[0]?.subject).toBe('[Test] Your prints are on their way (ASDAR26-0001)');
  expect(tests[0]?.text).toMatch(/^This is a test for staff@cps-photos\.example\. The customer didn't get it\./);
  expect(tests[0]?.html).toContain('This is a test for staff@cps-photos.example.');
  await shop.type('L2', 'paid');
  await shop.type('L2', 'shipped');
  expect(shop.customerEmails().filter(({ to }) => to === 'c1@example.com')).toHaveLength(3);
});

test('a test doesn’t count as a sent email, in the card or when the order is restored', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  const call = await openPage(shop, 'Find order');
  await call('orders.testEmail', 'order-1', 'paid');
  const { kinds } = await call<{ kinds: { kind: string; last: string }[] }>('orders.card', 'order-1');
  expect(kinds.find(({ kind }) => kind === 'paid')?.last).toBe('never sent');
  await runNightly(shop);
  await shop.office.rows({ sheet: 'Ledger', action: 'delete', row: 2 });
  const restore = await openPage(shop, 'Data > Backups');
  const source = copiesOf(shop)[0]?.id;
  const { found } = await restore<{ found: { id: string; kind: string }[] }>('restore.compare', source);
  await restore(
    'restore.run',
    source,
    found.map(({ id, kind }) => ({ id, kind })),
  );
  await shop.type('L2', 'paid');
  expect(shop.customerEmails().at(-1)?.subject).toBe('We got your payment (order ASDAR26-0001)');
});

test('a test that may or may not have been sent is resent as a test', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  const call = await openPage(shop, 'Find order');
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'before' });
  await call('orders.testEmail', 'order-1', 'paid');
  await call('emails.settle', 'paid:order-1:test.1', 'again');
  expect(shop.emails().at(-1)).toMatchObject({ to: OPERATOR, subject: expect.stringContaining('[Test] ') });
  expect(shop.states()).toMatchObject({ 'paid:order-1:test.1': 'cancelled', 'paid:order-1:test.2': 'sent' });
});

test('a preview shows the email of the selected order and sends nothing', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1, { customerName: 'Zoë <b>' }));
  shop.select('C2');
  await shop.menu('Emails > Preview > Shipped');
  const [dialog] = shop.office.world.ui.dialogs;
  expect(dialog).toMatchObject({ kind: 'modal', title: 'Shipped: to c1@example.com' });
  expect(dialog?.html).toContain('Hello,');
  expect(shop.emails()).toHaveLength(1);
  expect(shop.rows('Outbox')).toHaveLength(1);
});

test('held emails stay until they’re released, then are sent once', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 2);
  await shop.mark('A2:A3', 'paid', 'staff');
  shop.select('A2', 'staff');
  await shop.menu('Emails > Hold emails for selected orders', 'staff');
  await shop.sweep();
  expect(shop.states()).toMatchObject({ 'paid:order-1:1': 'held', 'paid:order-2:1': 'sent' });
  expect(shop.row('paid:order-1:1').Error).toBe(`Held by ${STAFF}.`);
  shop.select('A2');
  shop.office.willAnswer('NO');
  await shop.menu('Emails > Release held emails');
  expect(shop.states()['paid:order-1:1']).toBe('held');
  shop.office.willAnswer('YES');
  await shop.menu('Emails > Release held emails');
  await shop.sweep();
  expect(shop.states()['paid:order-1:1']).toBe('sent');
  expect(shop.customerEmails()).toHaveLength(4);
});

test('staff resolve an unsure email: found in the Sent folder, or resent once', async () => {
  const shop = await openEmailShop();
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'after' });
  await shop.post(order(1));
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'before' });
  await shop.post(order(2));
  expect(shop.states()).toEqual({ 'receipt:order-1:1': 'unsure', 'receipt:order-2:1': 'unsure' });
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(1);
  shop.office.willAnswer('OK', 'sent');
  shop.office.willAnswer('OK', 'again');
  await shop.menu('Emails > Resolve uncertain emails');
  expect(shop.states()).toEqual({
    'receipt:order-1:1': 'sent',
    'receipt:order-2:1': 'cancelled',
    'receipt:order-2:2': 'sent',
  });
  expect(shop.customerEmails().map(({ to }) => to)).toEqual(['c1@example.com', 'c2@example.com']);
});

test('in test mode every email goes to one address with a banner; customers get theirs once, when it ends', async () => {
  const shop = await openEmailShop();
  shop.office.willAnswer('OK', 'trial@example.com');
  await shop.menu('Emails > Test mode');
  await postOrders(shop, 2);
  await shop.type('L2', 'paid');
  await shop.sweep();
  await shop.sweep();
  expect(shop.customerEmails().map(({ to }) => to)).toEqual(Array(3).fill('trial@example.com'));
  expect(shop.customerEmails()[0]?.text).toMatch(/^Test mode: this email is for c1@example\.com/);
  expect(shop.states()).toEqual({
    'receipt:order-1:1': 'queued',
    'receipt:order-1:1.test': 'sent',
    'receipt:order-2:1': 'queued',
    'receipt:order-2:1.test': 'sent',
    'paid:order-1:1': 'queued',
    'paid:order-1:1.test': 'sent',
  });
  shop.office.willAnswer('OK', '');
  await shop.menu('Emails > Test mode');
  await shop.sweep();
  expect(
    shop
      .customerEmails()
      .slice(3)
      .map(({ to, subject }) => [to, subject.slice(0, 7)]),
  ).toEqual([
    ['c1@example.com', 'We have'],
    ['c2@example.com', 'We have'],
    ['c1@example.com', 'We got '],
  ]);
  expect(
    shop
      .customerEmails()
      .slice(3)
      .map(({ text }) => text)
      .join(),
  ).not.toContain('Test mode');
});

test('emails that waited in test mode for more than 72 hours are held, not sent', async () => {
  const shop = await openEmailShop();
  await shop.setting('Test mode address', 'trial@example.com');
  await shop.post(order(1));
  await shop.sweep();
  shop.office.world.clock.advance(75 * 60 * MINUTE);
  await shop.sweep();
  await shop.setting('Test mode address', '');
  await shop.sweep();
  expect(shop.row('receipt:order-1:1')).toMatchObject({
    State: 'held',
    Error: expect.stringContaining('more than 72 hours old'),
  });
  expect(shop.customerEmails()).toHaveLength(1);
});
