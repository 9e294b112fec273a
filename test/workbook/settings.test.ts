import { expect, test } from '@jest/globals';
import { settingRows } from '../../src/workbook/setting-meanings';
import { readSettings, SETTING_KEYS, SETTINGS } from '../../src/workbook/settings';

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

test('staff can type values as text or numbers, and names in any case and order', () => {
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

test('a value that is not allowed is reported with its row, and the last good value is used instead', () => {
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
      message: `"five" isn't allowed for Shipping fee. Use an amount such as 5 or 5.50. Until then, "4.50" is used.`,
    },
  ]);
});

test('without a last good value, or with one that is no longer good, the default is used', () => {
  expect(readSettings([row('Shipping fee', 'five')]).settings.shippingFlat).toBe(0);
  expect(readSettings([row('Shipping fee', 'five')], { 'Shipping fee': 'four' }).settings.shippingFlat).toBe(0);
});

test.each([
  ['Shipping fee', '-1'],
  ['Shipping fee', ''],
  ['Shipping fee', '5.555'],
  ['Free shipping minimum', 'never'],
  ['Orders per minute', '0'],
  ['Orders per minute', '56'],
  ['Orders per minute', '5.5'],
  ['Orders per minute', ''],
  ['Retry window in minutes', '0'],
  ['Retry window in minutes', '1441'],
  ['Emails per customer per day', '101'],
  ['Reply-to address', 'a@example.com, b@example.com'],
  ['Reply-to address', 'studio'],
  ['Web app address', 'script.google.com/exec'],
  ['Web app address', 'javascript:alert(1)'],
  ['Studio name', 'x'.repeat(81)],
])('%s does not accept %j, and its row is reported', (label, value) => {
  const { errors } = readSettings([row('Meaningless', 1), row(label, value)]);
  expect(errors.map(({ row: at, header }) => ({ at, header }))).toEqual([{ at: 3, header: 'Value' }]);
  expect(errors[0]?.message).toContain(`isn't allowed for ${label}. Use `);
});

test('good values are kept as text for the next read', () => {
  const first = readSettings([row('Shipping fee', '$5.50'), row('Free shipping minimum', '')]);
  const second = readSettings([row('Shipping fee', '?'), row('Free shipping minimum', '?')], first.texts);
  expect(second.settings).toEqual(first.settings);
  expect(second.errors).toHaveLength(2);
});

const ADDRESSES = ['Web app address', 'Public review address', 'Logo address'] as const;

test.each(ADDRESSES)('%s accepts only https: an http one is used as https, and its row is reported', (label) => {
  for (const address of ['https://a.example/x', 'HTTPS://a.example/x', 'http://localhost:8000/exec', ''])
    expect(readSettings([row(label, address)]).errors).toEqual([]);
  for (const typed of ['http://a.example/x', 'HTTP://a.example/x', 'http://localhost.evil.example/x']) {
    // The last good one may be that same http address.
    const { texts, errors } = readSettings([row(label, typed)], { [label]: typed });
    expect(texts[label]).toBe(typed.replace(/^http/i, 'https'));
    expect(errors[0]?.message).toBe(
      `"${typed}" isn't allowed for ${label}. Use an address that starts with https://, or leave it blank. Until then, "${texts[label]}" is used.`,
    );
  }
  for (const typed of ['ftp://a.example', '//a.example', 'data:image/png,x', 'http://']) {
    const { texts, errors } = readSettings([row(label, typed)]);
    expect(texts[label]).toBe('');
    expect(errors[0]?.message).toContain('Until then, it counts as blank.');
  }
});

/** The names of version 0.1, in whose sheets they are still. */
const OLD_NAMES = {
  signature: ['Mails signed by', 'Maria'],
  shippingFreeFrom: ['Free shipping from', '60'],
  askFromTotal: ['Ask staff from a total of', '400'],
  retryMinutes: ['Same order again within minutes', '20'],
  emailsPerCustomer: ['Mails per customer and day', '7'],
  statusEmailWait: ['Minutes before status mails', '9'],
  emailsPerRun: ['Mails per run', '77'],
  emailReserve: ['Mails kept for alerts', '8'],
  moneyReserve: ['Emails kept for payments', '12'],
  handOverDays: ['Days to hand over', '6'],
  morningList: ['Morning list by mail', 'ON'],
  printNudges: ['Print nudges', '6x9 0.05 -0.1'],
} as const;

test('a renamed setting is read under its former name, from the tab and from the values kept for later', () => {
  const old = Object.values(OLD_NAMES).map(([name, value]) => row(name.toUpperCase(), value));
  const { settings, texts, errors } = readSettings(old);
  expect(errors).toEqual([]);
  for (const [key, [, value]] of Object.entries(OLD_NAMES)) {
    const { key: name, parse } = SETTINGS[key as keyof typeof OLD_NAMES];
    expect({ [key]: settings[key as keyof typeof OLD_NAMES] }).toEqual({ [key]: parse(value) });
    expect(texts[name]).toBe(value);
  }
  const kept = Object.fromEntries(Object.values(OLD_NAMES));
  const broken = readSettings(
    Object.values(OLD_NAMES).map(([name]) => row(name, '\u{0}x'.repeat(50))),
    kept,
  );
  expect(broken.settings).toEqual(settings);
  expect(broken.errors).toHaveLength(SETTING_KEYS.filter((key) => SETTINGS[key].formerly).length);
});

test('when a setting is there under both names, the present name counts', () => {
  const both = [row('Mails per run', 5), row('Emails per change', 6)];
  for (const rows of [both, both.toReversed()]) expect(readSettings(rows).settings.emailsPerRun).toBe(6);
});

test('no two settings share a name, today or formerly', () => {
  const names = SETTING_KEYS.flatMap((key) => [SETTINGS[key].key, SETTINGS[key].formerly ?? []].flat());
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});
