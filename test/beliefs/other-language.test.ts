import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { DAY, openEmailShop, postOrders } from '../email/email-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';

afterAll(closeOffices);

test.each([false, true])(
  'emails beyond the quota leave on the next day (errors in another language: %s)',
  async (otherLanguage) => {
    const shop = await openEmailShop();
    shop.office.weather({ switches: { otherLanguage } });
    await postOrders(shop, 1);
    // Nobody has told the program how little is left.
    shop.office.weather({ switches: { mailQuota: 1 } });
    await postOrders(shop, 3);
    expect(Object.values(shop.states())).not.toContain('unsure');
    expect(shop.customerEmails()).toHaveLength(1);
    shop.office.weather({ switches: { mailQuota: 50 } });
    shop.office.world.clock.advance(DAY);
    await shop.office.advance(10 * 60_000);
    expect(new Set(Object.values(shop.states()))).toEqual(new Set(['sent']));
  },
);

test('in another language, too, the quota of a minute, a late commit and a refused one are told apart by their codes', async () => {
  const shop = await openShop();
  shop.office.weather({ switches: { otherLanguage: true } });
  await shop.post({ ...PAUL, orderId: 'first' });
  shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'late' });
  expect(await shop.post({ ...PAUL, orderId: 'late' })).toMatchObject({ ok: false, code: 'BUSY', retry: true });
  expect(await shop.post({ ...PAUL, orderId: 'late' })).toMatchObject({ ok: true });
  for (let nth = 0; nth < 64; nth++) await shop.get(`route=orders/status&orderNumber=none-${nth}`);
  const answers = await Promise.all([1, 2].map((nth) => shop.post({ ...PAUL, orderId: `full-${nth}` })));
  for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject({ code: 'BUSY', retry: true });
  shop.office.world.clock.advance(61_000);
  expect(await shop.post({ ...PAUL, orderId: 'full-1' })).toMatchObject({ ok: true });
});

test('nothing in the program looks at the words of an error to decide', () => {
  const looks =
    /\.test\(\s*(?:message|error|thrown|reason|String\((?:error|thrown|e)\b)|\b(?:message|String\((?:error|thrown|e)\))\.(?:includes|startsWith|endsWith|match|indexOf|search)\(/;
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?!.*[\\/]page[\\/]).*\.ts$/.test(name),
  );
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((name) => looks.test(readFileSync(`src/${name}`, 'utf8')))).toEqual([]);
});
