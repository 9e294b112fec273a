import { expect, test } from '@jest/globals';
import { settingRows } from '../../src/workbook/setting-meanings';
import { readSettings } from '../../src/workbook/settings';

const row = (Setting: string, Value: string | number | boolean) => ({ Setting, Value, Meaning: '' });

test('an empty Settings tab gives the defaults', () => {
  const { settings, errors } = readSettings([]);
  expect(errors).toEqual([]);
  expect(settings).toMatchObject({
    studioName: 'CPS Photos',
    replyTo: '',
    shippingFlat: 0,
    shippingFreeFrom: null,
    postsPerMinute: 50,
    retryMinutes: 10,
    emailsPerCustomer: 10,
  });
});

test('the rows of a fresh set-up are read as the defaults, without an error', () => {
  const fresh = readSettings(settingRows());
  expect(fresh.errors).toEqual([]);
  expect(fresh.settings).toEqual(readSettings([]).settings);
});

test('what staff have set counts, typed as text or number, in any case and order', () => {
  const { settings, errors } = readSettings([
    row('free shipping FROM', 50),
    row('  Shipping fee ', '$5.50'),
    row('Orders per minute', 20),
    row('Reply-to address', 'studio@example.com'),
    row('Something else', 'x'),
    row('', ''),
  ]);
  expect(errors).toEqual([]);
  expect(settings).toMatchObject({
    shippingFreeFrom: 5000,
    shippingFlat: 550,
    postsPerMinute: 20,
    replyTo: 'studio@example.com',
  });
});

test('a line that is not allowed is named with its row, and the last good value stands in for it', () => {
  const { settings, texts, errors } = readSettings([row('Studio name', 'Prints'), row('Shipping fee', 'five')], {
    'Shipping fee': '4.50',
  });
  expect(settings).toMatchObject({ studioName: 'Prints', shippingFlat: 450 });
  expect(texts['Shipping fee']).toBe('4.50');
  expect(errors).toEqual([
    {
      tab: 'settings',
      row: 3,
      header: 'Value',
      message:
        '"five" is not allowed for Shipping fee: an amount such as 5 or 5.50. "4.50" is used until it is corrected.',
    },
  ]);
});

test('without a last good value, or with one that is no good any more, the default stands in', () => {
  expect(readSettings([row('Shipping fee', 'five')]).settings.shippingFlat).toBe(0);
  expect(readSettings([row('Shipping fee', 'five')], { 'Shipping fee': 'four' }).settings.shippingFlat).toBe(0);
});

test.each([
  ['Shipping fee', '-1'],
  ['Shipping fee', ''],
  ['Shipping fee', '5.555'],
  ['Free shipping from', 'never'],
  ['Orders per minute', '0'],
  ['Orders per minute', '56'],
  ['Orders per minute', '5.5'],
  ['Orders per minute', ''],
  ['Same order again within minutes', '0'],
  ['Same order again within minutes', '1441'],
  ['Mails per customer and day', '101'],
  ['Reply-to address', 'a@example.com, b@example.com'],
  ['Reply-to address', 'studio'],
  ['Web app address', 'script.google.com/exec'],
  ['Web app address', 'javascript:alert(1)'],
  ['Studio name', 'x'.repeat(81)],
])('%s does not take %j, and its row is named', (label, value) => {
  const { errors } = readSettings([row('Meaningless', 1), row(label, value)]);
  expect(errors.map(({ row: at, header }) => ({ at, header }))).toEqual([{ at: 3, header: 'Value' }]);
  expect(errors[0]?.message).toContain(`is not allowed for ${label}: `);
});

test('what was good is kept as text for the next time', () => {
  const first = readSettings([row('Shipping fee', '$5.50'), row('Free shipping from', '')]);
  const second = readSettings([row('Shipping fee', '?'), row('Free shipping from', '?')], first.texts);
  expect(second.settings).toEqual(first.settings);
  expect(second.errors).toHaveLength(2);
});

const ADDRESSES = ['Web app address', 'Public review address', 'Logo address'] as const;

test.each(ADDRESSES)('%s takes https only: an http one goes on as https, and its row is named', (label) => {
  for (const address of ['https://a.example/x', 'HTTPS://a.example/x', 'http://localhost:8000/exec', ''])
    expect(readSettings([row(label, address)]).errors).toEqual([]);
  for (const typed of ['http://a.example/x', 'HTTP://a.example/x', 'http://localhost.evil.example/x']) {
    // The last good one may be the same, from before.
    const { texts, errors } = readSettings([row(label, typed)], { [label]: typed });
    expect(texts[label]).toBe(typed.replace(/^http/i, 'https'));
    expect(errors[0]?.message).toBe(
      `"${typed}" is not allowed for ${label}: an address that begins with https://, or empty. "${texts[label]}" is used until it is corrected.`,
    );
  }
  for (const typed of ['ftp://a.example', '//a.example', 'data:image/png,x', 'http://']) {
    const { texts, errors } = readSettings([row(label, typed)]);
    expect(texts[label]).toBe('');
    expect(errors[0]?.message).toContain('It counts as empty until it is corrected.');
  }
});
