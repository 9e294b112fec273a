import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { ORDER, open, sweepSoon, token, WEB_APP } from './pages-shop';
import { visitorOf } from './visitor';

afterAll(closeOffices);

test('the operator is notified of each low rating, with the order and its link', async () => {
  const shop = await open();
  for (const orderId of ['o1', 'o2']) {
    await shop.post({ ...ORDER, orderId });
    await visitorOf(shop).send('feedback', {
      t: token(shop, 'feedback', orderId),
      rating: '2',
      comment: 'Too dark',
      action: 'rate',
    });
  }
  await shop.office.advance(600_000);
  const alerts = shop.emails().filter((email) => email.to !== 'paul@example.com');
  expect(alerts).toHaveLength(1);
  for (const told of ['ASDAR26-0001', 'ASDAR26-0002', '2 out of 5', 'Too dark', `${WEB_APP}?page=order`]) {
    expect(alerts[0]?.text).toContain(told);
  }
});

test('a rating from the ordering platform notifies the operator like one from the form', async () => {
  const shop = await open();
  await shop.post(ORDER);
  await shop.post({ route: 'orders/feedback', orderNumber: 'ASDAR26-0001', rating: 3, feedback: 'Late' });
  await sweepSoon(shop);
  const [alert] = shop.emails().filter((email) => email.to !== 'paul@example.com');
  for (const told of ['ASDAR26-0001', '3 out of 5', 'Late', `${WEB_APP}?page=order`, 'docs.google.com/spreadsheets'])
    expect(alert?.text).toContain(told);
});

test('an alert covers several customers, and says so if there are more', async () => {
  const shop = await open();
  for (let n = 1; n <= 9; n++) {
    await shop.post({ ...ORDER, orderId: `o${n}` });
    const form = { t: token(shop, 'feedback', `o${n}`), rating: '1', comment: 'x'.repeat(2_000), action: 'rate' };
    await visitorOf(shop).send('feedback', form);
  }
  await sweepSoon(shop);
  const alerts = shop.emails().filter((email) => email.to !== 'paul@example.com');
  expect(alerts).toHaveLength(1);
  expect(alerts[0]?.text).toMatch(/ASDAR26-0001.*ASDAR26-0002.*There are more\. CPS Orders > Today lists them all\./s);
});
