import { expect, test } from '@jest/globals';
import { axe } from '../../support/browser';
import { openHost } from '../../support/open-host';
import { picture } from '../../support/pictures';

const host = openHost();

test('the operator tries the open questions in the page and reads what Google answers', async () => {
  const { page, frame, problems } = await host.dialog('Data > Self-test');
  await frame.getByText("Orders and emails aren't affected.").waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Start' }).click();
  await frame.getByText('Waiting for a trigger (up to a minute and a half)').waitFor();
  expect(await axe(frame)).toEqual([]);
  await host.post('/local/clock', { advance: 'PT2S' });
  await frame.getByText('Google works the way CPS Orders expects.').waitFor();
  await picture(page, 'dialog-self-test');
  const text = await frame.getByLabel('Results as text').inputValue();
  expect(text.split('\n')).toContain('methodTrigger [good]: runs');
  await frame.getByRole('button', { name: 'Copy' }).click();
  await frame.getByText('Copied.').waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  const { tabs } = (await host.get('/local/state')).json;
  expect(tabs.map(({ name }: { name: string }) => name)).toContain('Self-test');
  await page.close();
});

test('an answer that the program does not work with says what to do', async () => {
  await host.post('/local/weather', { switches: { unknownRangeFails: false } });
  const { page, frame } = await host.dialog('Data > Self-test');
  await frame.getByRole('button', { name: 'Start' }).click();
  await frame.getByText('Waiting for a trigger').waitFor();
  await host.post('/local/clock', { advance: 'PT2S' });
  await frame.getByText('1 problem found. See below what to do.').waitFor();
  await frame.getByText('it is written', { exact: true }).waitFor();
  expect(await axe(frame)).toEqual([]);
  await page.close();
});

test('other staff see that only the operator can run it', async () => {
  const { page, frame } = await host.dialog('Data > Self-test', { user: 'staff' });
  await frame.getByRole('button', { name: 'Start' }).click();
  await frame.getByText('Only the operator can run the self-test, and only in the live sheet.').waitFor();
  expect(await axe(frame)).toEqual([]);
  await page.close();
});
