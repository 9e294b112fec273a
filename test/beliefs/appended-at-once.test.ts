import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';

afterAll(closeOffices);

test.each([false, true])(
  'of posts that are refused and errors that are noted at the same moment no line is lost (appended rows collide: %s)',
  async (appendsCollide) => {
    const shop = await openShop();
    shop.office.weather({ switches: { appendsCollide } });
    for (let nth = 0; nth < 4; nth++) await shop.post({ ...PAUL, orderId: `bad-${nth}`, email: 'paul(at)example.com' });
    expect(shop.rows('Rejected').map((row) => row['Order ID'])).toEqual(['bad-0', 'bad-1', 'bad-2', 'bad-3']);
    const before = shop.rows('Activity').length;
    for (let nth = 0; nth < 3; nth++) {
      shop.office.addFault({ service: 'Sheets.Spreadsheets.Values.batchGet', nth: 1, kind: 'before' });
      expect(await shop.post({ ...PAUL, orderId: `error-${nth}` })).toMatchObject({ code: 'INTERNAL' });
    }
    expect(shop.rows('Activity').slice(before)).toHaveLength(3);
  },
);
