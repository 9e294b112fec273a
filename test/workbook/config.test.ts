import { expect, test } from '@jest/globals';
import { readConfig } from '../../src/workbook/config';
import { emailSetting } from '../../src/workbook/emails';
import { readEvents, SAMPLE_EVENT } from '../../src/workbook/events';
import { DEFAULT_PRICES, priceListRows } from '../../src/workbook/price-list';
import { settingRows } from '../../src/workbook/setting-meanings';

const fresh = { settings: settingRows(), priceList: priceListRows(DEFAULT_PRICES), events: [SAMPLE_EVENT] };
const nine = { size: '4x6', price: 900, offers: [{ quantity: 3, price: 2200 }] };
const lastGood = JSON.stringify({
  prices: [nine, { size: '5x7', price: 1500, offers: [] }],
  settings: { 'Shipping fee': '4' },
});

test('a fresh set-up gives the prices of the business, no fee, the sample event and no error', () => {
  const config = readConfig(fresh, undefined);
  expect(config.prices).toEqual(DEFAULT_PRICES);
  expect(config.settings.shippingFlat).toBe(0);
  expect([...config.events.keys()]).toEqual(['ASDAR26']);
  expect(config.errors).toEqual([]);
});

test('for a size whose price is broken its last good price counts, and its cell is named', () => {
  const priceList = [
    { Size: '4x6', Price: 'nine' },
    { Size: '8x10', Price: 20 },
  ];
  const config = readConfig({ ...fresh, priceList }, lastGood);
  expect(config.prices.find(({ size }) => size === '4x6')).toEqual(nine);
  expect(config.prices.find(({ size }) => size === '8x10')?.price).toBe(2000);
  expect(config.errors).toMatchObject([{ tab: 'priceList', row: 2, header: 'Price' }]);
});

test('for a size whose offer is broken its last good price and offer count: nobody pays more for a typing error', () => {
  const priceList = [
    { Size: '4x6', Price: 9, 'Offer Quantity': 'three', 'Offer Price': 22 },
    { Size: '5x7', Price: 16 },
  ];
  const config = readConfig({ ...fresh, priceList }, lastGood);
  expect(config.prices).toEqual([nine, { size: '5x7', price: 1600, offers: [] }]);
});

test('an empty or unreadable price list leaves the last good prices in effect', () => {
  expect(readConfig({ ...fresh, priceList: [] }, lastGood).prices).toEqual(JSON.parse(lastGood).prices);
  expect(readConfig({ ...fresh, priceList: [] }, undefined).prices).toEqual(DEFAULT_PRICES);
});

test('a size that was taken off a sound list is off', () => {
  const config = readConfig({ ...fresh, priceList: [{ Size: '8x10', Price: 20 }] }, lastGood);
  expect(config.prices.map(({ size }) => size)).toEqual(['8x10']);
});

test('for a broken setting its last good value counts', () => {
  const settings = [{ Setting: 'Shipping fee', Value: 'four' }];
  expect(readConfig({ ...fresh, settings }, lastGood).settings.shippingFlat).toBe(400);
});

test('the values in effect are kept for the next read', () => {
  const settings = [{ Setting: 'Shipping fee', Value: '6.25' }];
  const first = readConfig({ ...fresh, settings, priceList: [{ Size: '4x6', Price: 7 }] }, undefined);
  const broken = {
    ...fresh,
    settings: [{ Setting: 'Shipping fee', Value: '?' }],
    priceList: [{ Size: '4x6', Price: '?' }],
  };
  const second = readConfig(broken, first.lastGood);
  expect(second.settings).toEqual(first.settings);
  expect(second.prices).toEqual([{ size: '4x6', price: 700, offers: [] }]);
  expect(second.lastGood).toBe(first.lastGood);
});

test.each(['', '{', 'null', '5', '{}', '[]', '{"prices":null}', '{"prices":{},"settings":null}'])(
  'a last good record that reads %j neither helps nor hurts',
  (text) => {
    const config = readConfig({ ...fresh, priceList: [], settings: [{ Setting: 'Shipping fee', Value: '?' }] }, text);
    expect(config.prices).toEqual(DEFAULT_PRICES);
    expect(config.settings.shippingFlat).toBe(0);
  },
);

test('events are found by their code in capitals; the first of a doubled code counts', () => {
  const events = readEvents([
    { 'Event Code': '', 'Event Name': 'Nothing' },
    {
      'Event Code': ' fall26 ',
      'Event Name': 'Fall Finals',
      'Pickup Place': 'Hall A',
      'Pickup Hours': '9 to 5',
      'How To Pay': 'Cash',
    },
    { 'Event Code': 'FALL26', 'Event Name': 'Another' },
    { 'Event Code': 2026 },
  ]);
  expect([...events]).toEqual([
    ['FALL26', { code: 'fall26', name: 'Fall Finals', pickupPlace: 'Hall A', pickupHours: '9 to 5', howToPay: 'Cash' }],
    ['2026', { code: '2026', name: '2026', pickupPlace: '', pickupHours: '', howToPay: '' }],
  ]);
});

test('a kind of email is on, with the built-in text, until staff say otherwise', () => {
  expect(emailSetting([], 'paid')).toEqual({ on: true, subject: '', message: '', preview: '' });
  const emails = [
    { Kind: 'Receipt', On: 'Off', Subject: '', Message: '' },
    { Kind: 'paid', On: 'on', Subject: ' Thanks ', Message: 'Got it.' },
    { Kind: 'shipped', On: false },
  ];
  expect(emailSetting(emails, 'receipt').on).toBe(false);
  expect(emailSetting(emails, 'paid')).toEqual({ on: true, subject: 'Thanks', message: 'Got it.', preview: '' });
  expect(emailSetting(emails, 'shipped').on).toBe(false);
});
