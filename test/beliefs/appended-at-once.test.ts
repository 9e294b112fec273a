import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';

afterAll(closeOffices);

test.each([false, true])(
  'of orders, requests that are rejected and errors that are noted at the same moment no line is lost (appended rows collide: %s)',
  async (appendsCollide) => {
    const shop = await openShop();
    shop.office.weather({ switches: { appendsCollide } });
    for (let nth = 0; nth < 4; nth++) await shop.post({ ...PAUL, orderId: `bad-${nth}`, email: 'paul(at)example.com' });
    expect(shop.rows('Rejected').map((row) => row['Order ID'])).toEqual(['bad-0', 'bad-1', 'bad-2', 'bad-3']);
    const before = shop.rows('Activity').length;
    for (let nth = 0; nth < 3; nth++) {
      expect(await shop.post({ ...PAUL, orderId: `good-${nth}` })).toMatchObject({ ok: true });
      shop.office.addFault({ service: 'Sheets.Spreadsheets.Values.batchGet', nth: 1, kind: 'before' });
      expect(await shop.post({ ...PAUL, orderId: `error-${nth}` })).toMatchObject({ code: 'INTERNAL' });
    }
    const events = shop
      .rows('Activity')
      .slice(before)
      .map(({ Event }) => Event);
    expect(events.filter((event) => event === 'error')).toHaveLength(3);
    expect(events.filter((event) => event === 'created')).toHaveLength(3);
    expect(shop.rows('Outbox').filter(({ Kind }) => Kind === 'receipt')).toHaveLength(3);
  },
);

test('one place appends outside of commits, in turn with all others: what alerts, digest, backups and chores note goes there, too', () => {
  const calls = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && /\.appendRow\(|Values\.append/.test(readFileSync(`src/${name}`, 'utf8')))
    .map((name) => name.replaceAll('\\', '/'));
  expect(calls).toEqual(['google/append-row.ts']);
});
