import { afterAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, launch } from '../support/browser';
import { closeOffices } from '../support/office';
import { picture } from '../support/pictures';
import { PAUL } from '../support/shop';
import { type House, openHouse } from './house';

let browser: Browser | undefined;

afterAll(async () => {
  await browser?.close();
  await closeOffices();
});

/** Set-up's dialog of one of the two sheets, in a browser: its calls reach that sheet. */
const opened = async (house: House, sheet: string): Promise<Page> => {
  browser ??= await launch();
  const page = await browser.newPage({ viewport: { width: 640, height: 900 } });
  house.at(sheet);
  await house.office.menu({ item: 'Set up this sheet' });
  const { dialogs } = house.office.world.ui;
  const html = dialogs[dialogs.length - 1]?.html ?? '';
  await page.exposeFunction('callSheet', async (args: readonly unknown[]) => {
    house.at(sheet);
    return house.office.run({ function: 'rpc', args: args as never });
  });
  await page.addInitScript(`
    const runner = (done, failed) => ({
      withSuccessHandler: (handler) => runner(handler, failed),
      withFailureHandler: (handler) => runner(done, handler),
      rpc: (...args) => void window.callSheet(args).then(({ result }) => done(result), failed),
    });
    window.google = { script: { run: runner(), host: { close() {}, setHeight() {} } } };
  `);
  await page.route('https://sheet.example/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('https://sheet.example/');
  return page;
};

test('the dialogs of both sheets lead through a move: check, end, code, tabs one by one, and where things are now', async () => {
  const house = await openHouse();
  for (const index of [0, 1, 2]) await house.post({ ...PAUL, orderId: `id-${index}`, email: `p${index}@example.com` });
  await house.at(house.old).type('S1', 'Frame');
  await house.at(house.old).type('L2', 'paid');
  await house.office.later(61_000);

  const fresh = await opened(house, house.new);
  await fresh.getByText('Move everything here from another sheet', { exact: true }).click();
  await fresh.getByRole('textbox', { name: 'Address of the old sheet' }).fill('https://example.com');
  await fresh.getByRole('button', { name: 'Preview the move' }).click();
  await fresh.getByText('Paste the address of the old sheet').waitFor();
  await fresh.getByRole('textbox', { name: 'Address of the old sheet' }).fill(house.address(house.old));
  await fresh.keyboard.press('Enter');
  await fresh.getByText('3 orders').waitFor();
  await fresh.getByText('Next, retire the old sheet').waitFor();
  expect(await axe(fresh)).toEqual([]);
  await fresh.evaluate('document.querySelector(".house").scrollIntoView()');
  await picture(fresh, 'dialog-moving');

  const old = await opened(house, house.old);
  await old.getByText('Move to another sheet', { exact: true }).click();
  await old.getByRole('button', { name: 'Retire this sheet and show the code' }).click();
  const code = (await old.locator('code.secret').textContent()) ?? '';
  expect(code).toHaveLength(43);
  expect(await axe(old)).toEqual([]);
  await old.evaluate('document.querySelector(".house").scrollIntoView()');
  await picture(old, 'dialog-moving-code');
  await old.close();
  const ended = await opened(house, house.old);
  await ended.getByText('Nothing has moved yet').waitFor();
  await ended.getByRole('button', { name: 'Show the code' }).click();
  await ended.getByText(code).waitFor();
  expect(await axe(ended)).toEqual([]);
  await picture(ended, 'dialog-moving-ended');
  await ended.close();

  await house.office.later(61_000);
  await fresh.getByRole('textbox', { name: 'Code from the old sheet' }).fill(code);
  await fresh.getByRole('button', { name: 'Move everything here' }).click();
  await fresh.getByRole('progressbar').waitFor();
  await picture(fresh, 'dialog-moving-progress');
  await fresh.getByText('Tabs, formats and triggers').waitFor();
  await fresh.getByRole('progressbar').waitFor({ state: 'detached' });
  expect(house.at(house.new).rows('Orders')).toHaveLength(3);
  await fresh.close();

  const moved = await opened(house, house.old);
  await moved.getByText('This business has moved to').waitFor();
  expect(await moved.getByRole('link', { name: 'the new sheet' }).getAttribute('href')).toContain(house.new);
  await picture(moved, 'dialog-moving-done');
  await moved.close();
});
