import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { column, openEmailShop, order, postOrders } from './email-shop';

afterEach(closeOffices);

test('a misspelled tag is reported in its cell and holds its kind; correcting it releases the emails', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 3);
  await shop.editEmails('paid', 'Message', 'Hi {{fristName}}, we have your money.');
  expect(Object.values(shop.notes('Emails'))).toEqual([expect.stringContaining("{{fristName}} isn't a tag")]);
  expect(shop.notes('Emails').D3).toContain('held until you fix it');
  await shop.type('L2', 'paid');
  await shop.type('L3:L4', column(2, 'paid'));
  await shop.post(order(4));
  await shop.sweep();
  expect(shop.customerEmails().map(({ subject }) => subject.slice(0, 7))).toEqual(Array(4).fill('We have'));
  expect(shop.row('paid:order-1:1')).toMatchObject({
    State: 'held',
    Attempts: 0,
    Error: expect.stringContaining("{{fristName}} isn't a tag"),
  });
  await shop.editEmails('paid', 'Message', 'Hi {{firstName}}, we have your money.');
  expect(shop.notes('Emails')).toEqual({});
  expect(
    shop
      .customerEmails()
      .slice(4)
      .map(({ to, text }) => [to, text.split('\n\n')[1]]),
  ).toEqual([
    ['c1@example.com', 'Hi Paul, we have your money.'],
    ['c2@example.com', 'Hi Paul, we have your money.'],
    ['c3@example.com', 'Hi Paul, we have your money.'],
  ]);
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(7);
});

test('the sweep finds a broken text without an edit event, and queued emails are held before anything is sent', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 2);
  await shop.mark('A2:A3', 'paid', 'staff');
  shop.office.world.switches.editEvents = 'lost';
  await shop.editEmails('paid', 'Subject', 'Paid: {{orderNumber');
  await shop.sweep();
  expect(shop.notes('Emails').C3).toContain('Unclosed tag');
  expect(shop.states()).toMatchObject({ 'paid:order-1:1': 'held', 'paid:order-2:1': 'held' });
  await shop.editEmails('paid', 'Subject', '');
  await shop.sweep();
  expect(shop.notes('Emails')).toEqual({});
  expect(shop.customerEmails()).toHaveLength(4);
});

test('an empty cell means the built-in text, a filled one is used', async () => {
  const shop = await openEmailShop();
  await shop.editEmails('receipt', 'Subject', '{{customerName}}, your prints');
  await shop.post(order(1));
  expect(shop.customerEmails()).toMatchObject([{ subject: 'Paul Smith, your prints' }]);
  expect(shop.customerEmails()[0]?.text).toContain("Here's what we'll print");
});

test('other errors in the Emails tab are reported in their cells, and staff’s own notes stay', async () => {
  const shop = await openEmailShop();
  await shop.typeIn('Emails', 'A7:D7', [['recipt', 'perhaps', '', '{{{customerName}}}']]);
  const notes = shop.notes('Emails');
  expect(notes.A7).toContain('"recipt" isn\'t a kind of email');
  expect(notes.B7).toContain('"perhaps" counts as on');
  expect(notes.D7).toContain('Write {{customerName}}');
  await shop.typeIn('Emails', 'A7:D7', [['', '', '', '']]);
  expect(shop.notes('Emails')).toEqual({});
});
