import { afterAll, expect, test } from '@jest/globals';
import { post } from './calls';
import { cleanUp, newFolder, startHost } from './host-process';
import { cellOf, closeBrowser, openPage, orderOf } from './open-page';

afterAll(async () => {
  await closeBrowser();
  await cleanUp();
});

test('two pages open at once show the same: an edit in one stands in the other, with its consequences', async () => {
  const { address } = await startHost('--data', newFolder());
  await post(address, '/exec', orderOf('Ann Lee', 'ann@example.com'));
  const [one, other] = [await openPage(address), await openPage(address)];
  await cellOf(other.page, 2, 12).getByText('pending').waitFor();

  await cellOf(one.page, 2, 12).click();
  await one.page.keyboard.type('Paid ');
  await one.page.keyboard.press('Enter');
  await cellOf(other.page, 2, 12).getByText('paid', { exact: true }).waitFor({ timeout: 5_000 });
  await other.page.getByRole('tab', { name: 'Mail 2' }).waitFor();

  await cellOf(other.page, 2, 3).click();
  await other.page.keyboard.type('Ann B. Lee');
  await other.page.keyboard.press('Tab');
  await cellOf(one.page, 2, 3).getByText('Ann B. Lee').waitFor({ timeout: 5_000 });
  expect([one.problems, other.problems]).toEqual([[], []]);
});

test('a page that lost its host says so, and when the host is back says that too and shows what is there', async () => {
  const data = newFolder();
  const first = await startHost('--data', data);
  const { port } = new URL(first.address);
  const { page } = await openPage(first.address);
  await first.end('SIGKILL');
  await page.getByText('Connection lost').waitFor();

  const second = await startHost('--data', data, '--port', port);
  await page.getByText('Connected again').waitFor();
  await post(second.address, '/exec', orderOf('Back', 'back@example.com'));
  await page.getByRole('rowgroup').getByText('back@example.com').waitFor();
  expect(await page.getByText('Connection lost').count()).toBe(0);
});
