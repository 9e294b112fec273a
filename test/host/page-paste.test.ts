import { afterAll, expect, test } from '@jest/globals';
import { Storage } from 'local-apps-script/host';
import { get } from 'local-apps-script/testing';
import { closeOffices } from '../support/office';
import { oldRow, takeOver } from '../support/old-orders';
import { openShop } from '../support/shop';
import { cleanUp, newFolder, startHost } from './host-process';
import { cellOf, closeBrowser, openPage, withOwnClipboard } from './open-page';

withOwnClipboard();

const ORDERS = 500;
const DAY = 86_400_000;
const PATIENCE = 180_000;

afterAll(async () => {
  await closeBrowser();
  await cleanUp();
  await closeOffices();
});

/** A data folder with a given number of pending orders from before the program. */
const folderWithOrders = async (): Promise<string> => {
  const shop = await openShop({ now: new Date(Date.now() - DAY).toISOString() });
  await takeOver(
    shop,
    Array.from({ length: ORDERS }, (_, index) => oldRow(index)),
  );
  const folder = newFolder();
  const storage = Storage.open(folder, shop.office.world);
  storage.mark('set-up');
  storage.close();
  return folder;
};

test(
  '500 statuses pasted as text into column L are each settled: the allowed stay, the others go back with a note',
  async () => {
    const { address } = await startHost('--data', await folderWithOrders());
    const sheet = async (): Promise<{ display: string[][]; notes: string[][] }> =>
      (await get(address, `/local/sheet/Orders?from=2&rows=${ORDERS + 20}`)).json;
    const statuses = async () => (await sheet()).display.map((row) => row[11]);
    expect(await statuses()).toEqual(Array.from({ length: ORDERS }, () => 'pending'));

    const pasted = Array.from({ length: ORDERS }, (_, index) => (index % 10 === 9 ? 'posted' : 'Paid '));
    const { page, problems } = await openPage(address);
    await cellOf(page, 2, 2).getByText('-0001').waitFor();
    const blank = await page.locator('.tabulator-row .tabulator-cell[tabulator-field="B"]:empty').count();
    expect(blank).toBe(0);
    await page.evaluate((text) => navigator.clipboard.writeText(text), pasted.join('\r\n'));
    await cellOf(page, 2, 12).click();
    await page.keyboard.press('Control+v');
    const expected = pasted.map((status) => (status === 'posted' ? 'pending' : 'paid'));
    for (let attempt = 0; attempt < 200 && `${await statuses()}` !== `${expected}`; attempt += 1)
      await page.waitForTimeout(250);
    const { display, notes } = await sheet();
    expect(display.map((row) => row[11])).toEqual(expected);
    expect(notes.filter((row) => row[11]?.includes('posted'))).toHaveLength(ORDERS / 10);
    await cellOf(page, 11, 12).getByText('pending').waitFor();
    expect(problems).toEqual([]);
  },
  PATIENCE,
);
