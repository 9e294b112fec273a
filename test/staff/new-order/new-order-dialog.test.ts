import { expect, test } from '@jest/globals';
import { axe } from '../../support/browser';
import { openHost } from '../../support/open-host';
import { picture } from '../../support/pictures';

const host = openHost();

const orders = async (): Promise<unknown[][]> =>
  ((await host.get('/local/sheet/Orders?from=2&rows=9')).json.values as unknown[][]).filter(([id]) => id !== '');

test('staff type an order, see its price, see errors at their fields and confirm a warning, and the order is there', async () => {
  const { page, frame, problems } = await host.dialog('New order');
  const create = frame.getByRole('button', { name: /create (order|anyway)/i });
  await create.click();
  await frame.getByText("The name is missing: the customer's name is required.").waitFor();
  await frame.getByText('The street is missing: a shipping order needs a street line.').waitFor();
  expect(await axe(frame)).toEqual([]);
  const name = frame.getByLabel('Name', { exact: true });
  await expect(name.evaluate((element) => element === element.ownerDocument.activeElement)).resolves.toBe(true);

  await page.keyboard.type('Ann Lee');
  await frame.getByLabel('Email').fill('ann@example.com');
  await frame.getByLabel('Event').selectOption('ASDAR26');
  await frame.getByLabel('Company (optional)').fill('Turf Team Inc.');
  await frame.getByLabel('Street').fill('12 Lake Ave');
  await frame.getByLabel('Apt, suite (optional)').fill('leave at door');
  await frame.getByLabel('City').fill('Orlando');
  await frame.getByLabel('State').fill('fl');
  await frame.getByLabel('ZIP code').fill('60601');
  await frame.getByLabel('Photo number 1').fill('4711');
  await frame.getByLabel('Quantity 1').fill('3');
  await frame.getByRole('button', { name: 'Add print' }).click();
  await frame.getByLabel('Photo number 2').fill('4712');
  await frame.getByLabel('Size 2').selectOption('8x10');
  await frame.getByLabel('Quantity 2').fill('one');
  expect(await frame.getByLabel('Price').textContent()).toContain('Total$20.00');
  await create.click();
  await frame.getByText('"one" is not a valid quantity (use a whole number from 1 to 999).').waitFor();
  await frame.getByLabel('Quantity 2').fill('1');
  expect(await frame.getByLabel('Price').textContent()).toMatch(/Discount-\$4\.00.*Total\$40\.00/);
  await create.click();
  await frame.getByText('The ZIP code 60601 is in IL, but the state is FL.').waitFor();
  await frame.getByText('"leave at door" looks like a note and isn\'t printed in the address.').waitFor();
  expect(await orders()).toEqual([]);
  expect(await axe(frame)).toEqual([]);
  await picture(page, 'dialog-new-order');
  await frame.getByRole('button', { name: 'Create anyway' }).dblclick();
  await frame.getByText('Order ASDAR26-0001 created. Total: $40.00.').waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(await orders()).toHaveLength(1);
  expect((await orders())[0]?.[6]).toBe('Turf Team Inc., 12 Lake Ave, leave at door');

  await frame.getByRole('button', { name: 'Mark as paid' }).click();
  await frame.getByText('Marked paid. 1 email to the customer.').waitFor();
  expect((await orders())[0]?.[11]).toBe('paid');
  await frame.getByRole('button', { name: 'New order' }).click();
  expect(await frame.getByLabel('Name', { exact: true }).inputValue()).toBe('');
  expect(problems).toEqual([]);
  await page.close();
});

test('when the sheet does not answer, the same form tries again, and makes one order; it fits a phone', async () => {
  const before = (await orders()).length;
  const { page, frame } = await host.dialog('New order', { width: 320, height: 640 });
  await frame.getByLabel('Name', { exact: true }).fill('Ben Roe');
  await frame.getByLabel('Email').fill('ben@example.com');
  await frame.getByLabel('Pick up').check();
  await frame.getByLabel('Photo number 1').fill('4711');
  await frame.getByLabel('Quantity 1').fill('2');
  // The call arrives; its answer does not.
  await page.route('**/local/run', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await frame.getByRole('button', { name: 'Create order' }).click();
  await frame.getByText('several Google accounts').waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(await frame.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  await page.unroute('**/local/run');
  await frame.getByRole('button', { name: 'Create order' }).click();
  await frame.getByText('Your earlier attempt already saved this order').waitFor();
  expect(await orders()).toHaveLength(before + 1);
  await page.close();
});
