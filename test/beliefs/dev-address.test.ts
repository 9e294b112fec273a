import { afterAll, expect, test } from '@jest/globals';
import { ORDER, open, WEB_APP } from '../customers/pages-shop';
import { closeOffices } from '../support/office';

afterAll(closeOffices);

const SET = 'https://script.example/set/exec';

test.each([
  ['an address that everybody can open', false, '', WEB_APP],
  ['the /dev address', true, '', ''],
  ['the /dev address, while Settings have the right one', true, SET, SET],
])(
  'no email leads to an address that only editors can open, where the sheet gets %s',
  async (_, devUrlInSheet, inSettings, expected) => {
    const shop = await open();
    shop.office.weather({ switches: { devUrlInSheet } });
    const line = shop.rows('Settings').findIndex(({ Setting }) => Setting === 'Web app address') + 2;
    await shop.office.edit({ sheet: 'Settings', range: `B${line}`, values: [[inSettings]] });
    await shop.post(ORDER);
    await shop.type('L2', 'paid');
    await shop.type('L2', 'shipped');
    const paid = shop.emails().filter(({ subject }) => !subject.startsWith('We have your order'));
    expect(paid.length).toBeGreaterThan(1);
    for (const { text, html } of paid) {
      expect(text + html).not.toContain('/dev');
      expect(text.includes('page=order')).toBe(expected !== '');
      expect(text).toContain(expected && `${expected}?page=order`);
    }
  },
);
