import { afterAll, expect, test } from '@jest/globals';
import { post } from 'local-apps-script/testing';
import { cleanUp, newFolder, startHost } from './host-process';
import { cellOf, closeBrowser, openPage, orderOf } from './open-page';

afterAll(async () => {
  await closeBrowser();
  await cleanUp();
});

test('two open pages show the same: an edit in one appears in the other right away, with its consequences', async () => {
  const { address } = await startHost('--data', newFolder());
  await post(address, '/exec', orderOf('Ann Lee', 'ann@example.com'));
  const [one, other] = [await openPage(address), await openPage(address)];
  await cellOf(other.page, 2, 12).getByText('pending').waitFor();
  await other.page.getByRole('tab', { name: 'Email 1' }).waitFor();
  // No timer runs in the other page from now on: what it shows, it shows because it was notified, and right then.
  await other.page.clock.install();
  await other.page.clock.pauseAt(Date.now() + 60_000);
  const asked: string[] = [];
  other.page.on('request', (request) => asked.push(new URL(request.url()).pathname));

  await cellOf(one.page, 2, 12).click();
  await one.page.keyboard.type('Paid ');
  await one.page.keyboard.press('Enter');
  await cellOf(other.page, 2, 12).getByText('paid', { exact: true }).waitFor();
  await other.page.getByRole('tab', { name: 'Email 2' }).waitFor();
  expect(new Set(asked)).toEqual(new Set(['/local/shown']));
  await other.page.clock.resume();

  await cellOf(other.page, 2, 3).click();
  await other.page.keyboard.type('Ann B. Lee');
  await other.page.keyboard.press('Tab');
  await cellOf(one.page, 2, 3).getByText('Ann B. Lee').waitFor();
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
