import { beforeAll, expect, test } from '@jest/globals';
import { axe } from '../../support/browser';
import { openHost } from '../../support/open-host';
import { picture } from '../../support/pictures';
import { PAUL } from '../../support/shop';

const EVENTS = 'Events and prices > Events';
const PRICES = 'Events and prices > Price list';

const host = openHost();

beforeAll(async () => {
  await host.post('/exec', { ...PAUL, eventCode: 'ASDRA26' });
  await host.post('/exec', { ...PAUL, eventCode: 'WINTER27', customerName: 'Ann Lee' });
});

const rows = async (tab: string): Promise<unknown[][]> =>
  (await host.get(`/local/sheet/${encodeURIComponent(tab)}?from=2&rows=9`)).json.values;

test('codes that nobody knows are asked about: one is a typo, the other an event that is added', async () => {
  const { page, frame, problems } = await host.dialog(EVENTS);
  await frame.getByRole('heading', { name: 'Unknown event code ASDRA26' }).waitFor();
  expect(await frame.getByLabel('ASDRA26 is a typo of').inputValue()).toBe('ASDAR26');
  expect(await axe(frame)).toEqual([]);
  await picture(page, 'dialog-events');
  await frame.getByRole('button', { name: "It's a typo" }).last().click();
  await frame.getByText('ASDRA26 now counts toward that event.').waitFor();

  await frame.getByRole('button', { name: 'Add as an event' }).click();
  expect(await frame.getByLabel('Code', { exact: true }).inputValue()).toBe('WINTER27');
  await frame.getByRole('button', { name: 'Add event' }).click();
  await frame.getByText('Enter the name that customers know.').waitFor();
  expect(await axe(frame)).toEqual([]);
  await page.keyboard.type('Winter Games');
  await frame.getByLabel('First day').fill('2027-01-15');
  await page.keyboard.press('Enter');
  await frame.getByText('WINTER27 saved.').waitFor();
  expect(await frame.getByRole('heading', { name: /Unknown event code/ }).count()).toBe(0);
  expect((await rows('Events')).map(([code]) => code).filter(Boolean)).toEqual(['ASDAR26', 'WINTER27']);
  expect(problems).toEqual([]);
  await page.close();
});

test('staff change a price and add a size, and see errors at the field', async () => {
  const { page, frame, problems } = await host.dialog(PRICES);
  await frame.getByRole('button', { name: 'Change 4x6' }).click();
  await frame.getByText('3 for $20.00 instead of $24.00.').waitFor();
  await frame.getByLabel('Price per print').fill('nine');
  await frame.getByRole('button', { name: 'Save' }).click();
  await frame.getByText(`"nine" isn't a valid price (such as 8 or 8.50).`).waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByLabel('Price per print').fill('9');
  await frame.getByRole('button', { name: 'Add offer' }).click();
  await frame.getByLabel('Offer 2: quantity').fill('10');
  await frame.getByLabel('Offer 2: price for all').fill('95');
  await frame.getByText("This isn't cheaper than 10 single prints ($90.00)").waitFor();
  await frame.getByLabel('Offer 2: price for all').fill('60');
  await picture(page, 'dialog-price');
  await frame.getByRole('button', { name: 'Save' }).click();
  await frame.getByText('4x6 saved. New orders use this price.').waitFor();
  await frame.getByRole('cell', { name: '3 for $20.00, 10 for $60.00' }).waitFor();
  expect(await axe(frame)).toEqual([]);
  expect((await rows('Price List')).slice(0, 3).map((row) => row.slice(0, 4))).toEqual([
    ['4x6', 9, 3, 20],
    ['4x6', '', 10, 60],
    ['5x7', 15, '', ''],
  ]);
  expect(problems).toEqual([]);
  await page.close();
});

test('an empty list, a sheet that does not answer and a narrow window each have their words', async () => {
  const { page, frame } = await host.dialog(PRICES, { width: 320, height: 560 });
  for (const size of ['4x6', '5x7', '8x10']) {
    await frame.getByRole('button', { name: `Change ${size}` }).click();
    await frame.getByRole('button', { name: 'Delete size …' }).click();
    await frame.getByText(`New orders with ${size} will be rejected.`).waitFor();
    await frame.getByRole('button', { name: `Delete size ${size}` }).click();
    await frame.getByText(`${size} deleted.`).waitFor();
  }
  await frame.getByText('No sizes yet').waitFor();
  await frame.getByRole('button', { name: 'Add size' }).click();
  await frame.getByRole('textbox', { name: 'Size' }).fill('4x6');
  await frame.getByLabel('Price per print').fill('8');
  await page.route('**/local/run', (route) => route.abort());
  await frame.getByRole('button', { name: 'Add size' }).click();
  await frame.getByText('several Google accounts').waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(await frame.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  await page.unroute('**/local/run');
  await frame.getByRole('button', { name: 'Add size' }).click();
  await frame.getByText('4x6 saved.').waitFor();
  await page.close();
});
