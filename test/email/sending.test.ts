import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { column, DAY, MINUTE, openEmailShop, order, postOrders } from './email-shop';

afterEach(closeOffices);

test('an order that is paid and shipped gets three emails, each once, each listed as sent', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.type('L2', 'paid');
  await shop.type('L2', 'shipped');
  await shop.sweep();
  await shop.sweep();
  expect(shop.customerEmails().map(({ to, subject }) => [to, subject])).toEqual([
    ['c1@example.com', 'We have your order ASDAR26-0001'],
    ['c1@example.com', 'We got your payment (order ASDAR26-0001)'],
    ['c1@example.com', 'Your prints are on their way (ASDAR26-0001)'],
  ]);
  expect(shop.states()).toEqual({
    'receipt:order-1:1': 'sent',
    'paid:order-1:1': 'sent',
    'shipped:order-1:1': 'sent',
  });
});

test('a pickup sends no email, and the payment email says where and when to pick up', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1, { fulfillmentType: 'pickup' }));
  await shop.type('L2', 'paid');
  await shop.type('Q2', 'picked up');
  expect(shop.rows('Orders')).toMatchObject([{ Status: 'shipped' }]);
  expect(shop.customerEmails()).toHaveLength(2);
  expect(shop.customerEmails()[1]?.text).toContain('Where to pick up: CPS table in the main lobby, 9 am to 6 pm');
});

test('a cancellation says whether there is a refund', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 2);
  await shop.type('L3', 'paid');
  await shop.type('L2', 'cancelled');
  await shop.type('L3', 'cancelled');
  const texts = shop.customerEmails().filter(({ subject }) => subject.endsWith('was canceled'));
  expect(texts.map(({ text }) => text)).toEqual([
    expect.stringContaining("You weren't charged"),
    expect.stringContaining('will refund $40.00'),
  ]);
});

test('the tracking number of the API or of staff’s own column makes the link; without one there is no gap', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 4);
  await shop.type('S1', 'Tracking Number');
  await shop.type('S2:S3', [['1Z999AA10123456784'], ['ABC 123']]);
  await shop.type('L2:L5', column(4, 'paid'));
  await shop.type('L2', 'shipped');
  await shop.type('L3:L4', column(2, 'shipped'));
  await shop.post({
    route: 'orders/shipping',
    orderId: 'order-4',
    shipped: true,
    trackingNumber: '9400 1000 0000 0000 0000 00',
  });
  const [ups, other, none, usps] = shop.customerEmails().filter(({ subject }) => subject.startsWith('Your prints'));
  expect(ups?.text).toContain(
    'Your UPS tracking number:\n1Z999AA10123456784\nhttps://www.ups.com/track?loc=en_US&tracknum=1Z99',
  );
  expect(ups?.html).toContain('href="https://www.ups.com/track?loc=en_US&amp;tracknum=1Z999AA10123456784"');
  expect(other?.text).toContain('Your tracking number:\nABC 123');
  expect(other?.text).not.toContain('http');
  expect(none?.text).not.toMatch(/tracking|Follow|\n\n\n/);
  expect(usps?.text).toContain('https://tools.usps.com/go/TrackConfirmAction?tLabels=9400100000000000000000');
});

test('a kind that is off sends and lists nothing; once it’s on again, later changes are emailed', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 2);
  await shop.editEmails('paid', 'On', 'off');
  await shop.type('L2', 'paid');
  await shop.editEmails('paid', 'On', 'on');
  await shop.type('L3', 'paid');
  await shop.sweep();
  expect(shop.customerEmails().filter(({ subject }) => subject.startsWith('We got'))).toMatchObject([
    { to: 'c2@example.com' },
  ]);
});

test('a waiting email is checked against the current order, and canceled if it’s no longer true', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 2);
  await shop.mark('A2:A3', 'paid', 'staff');
  await shop.type('L2', 'cancelled');
  await shop.sweep();
  expect(shop.row('paid:order-1:1')).toMatchObject({
    State: 'cancelled',
    Error: expect.stringContaining('has changed'),
  });
  expect(shop.states()['paid:order-2:1']).toBe('sent');
  expect(shop.customerEmails().filter(({ subject }) => subject.startsWith('We got'))).toMatchObject([
    { to: 'c2@example.com' },
  ]);
});

test('a corrected address applies to emails not sent yet', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.mark('A2', 'paid', 'staff');
  await shop.type('D2', 'paul.smith@example.com');
  await shop.sweep();
  expect(shop.customerEmails()[1]).toMatchObject({ to: 'paul.smith@example.com' });
  expect(shop.row('paid:order-1:1')).toMatchObject({ To: 'paul.smith@example.com' });
});

test('an email that couldn’t be sent for three days is canceled as too late', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.mark('A2', 'paid', 'staff');
  expect(shop.states()['paid:order-1:1']).toBe('queued');
  // Three days without any trigger.
  shop.office.world.clock.advance(3 * DAY + MINUTE);
  await shop.sweep();
  expect(shop.row('paid:order-1:1')).toMatchObject({
    State: 'cancelled',
    Error: expect.stringContaining('out of date'),
  });
  expect(shop.customerEmails()).toHaveLength(1);
});

test('emoji, other scripts and long names survive in subject and text; control characters don’t', async () => {
  const shop = await openEmailShop();
  const names = ['🎉 Zoë Ångström', 'محمد العربي', '山田太郎', 'A'.repeat(100)];
  await shop.editEmails('receipt', 'Subject', 'For {{customerName}}: {{orderNumber}}');
  for (const [index, customerName] of names.entries()) await shop.post(order(index + 1, { customerName }));
  expect(shop.customerEmails().map(({ subject }) => subject)).toEqual(
    names.map((name, index) => `For ${name}: ASDAR26-000${index + 1}`),
  );
  expect(shop.customerEmails()[2]?.text).toContain('Hi 山田太郎,');
  for (const { subject, html, recipients } of shop.customerEmails()) {
    expect(recipients).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(`${subject}${html}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  }
});

test('emails use the studio’s name, signature, address, reply-to and logo from Settings', async () => {
  const shop = await openEmailShop();
  await shop.setting('Studio name', 'Stage & Light');
  await shop.setting('Email signature', 'Maria');
  await shop.setting('Studio address', '1 Elm St, Orlando, FL 32801');
  await shop.setting('Reply-to address', 'hello@stage.example');
  await shop.setting('Logo address', 'https://stage.example/logo.png');
  await shop.post(order(1));
  const [email] = shop.customerEmails();
  expect(email).toMatchObject({ name: 'Stage & Light', replyTo: 'hello@stage.example' });
  expect(email?.text).toMatch(/Maria\nStage & Light\n1 Elm St, Orlando, FL 32801$/);
  expect(email?.html).toContain('<img src="https://stage.example/logo.png" alt="Stage &amp; Light"');
});

test('copying or sorting rows in the Outbox never sends a second email or changes a recipient', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 2);
  await shop.mark('A2:A3', 'paid', 'staff');
  const copied = ['Key', 'Order ID', 'Order Number', 'Kind', 'To', 'State'];
  const rows = shop
    .rows('Outbox')
    .map((row) => copied.map((header) => (header === 'State' ? 'queued' : (row[header] ?? ''))));
  await shop.typeIn('Outbox', 'A6:F9', rows);
  await shop.office.rows({ sheet: 'Outbox', action: 'sort', column: 'E', ascending: false });
  await shop.sweep();
  await shop.sweep();
  expect(
    shop
      .customerEmails()
      .map(({ to, subject }) => `${to} ${subject.slice(0, 7)}`)
      .sort(),
  ).toEqual(['c1@example.com We got ', 'c1@example.com We have', 'c2@example.com We got ', 'c2@example.com We have']);
  const doubles = shop.rows('Outbox').filter((row) => String(row.Error).includes('is in the Outbox twice'));
  expect(doubles).toHaveLength(4);
});
