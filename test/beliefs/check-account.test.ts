import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, type Shop } from '../support/shop';

afterAll(closeOffices);

const MINUTES = 60_000;

/** Runs it as from the script editor, and gives what the log says. */
const check = async ({ office }: Shop): Promise<string> => {
  const { outcome } = await office.call('checkThisAccount');
  expect(outcome.status).toBe('completed');
  return (office.records.at(-1)?.log ?? []).map((line) => JSON.stringify(line)).join('\n');
};

test('where menus and triggers refuse methods, a function run from the editor finds it out without any of them', async () => {
  const shop = await openShop();
  shop.office.weather({ switches: { methodHandlers: false } });
  const begun = await check(shop);
  expect(begun).toContain('The Google Sheets API: OK.');
  expect(begun).toContain('The other bundles: OK.');
  expect(begun).toContain('testing. Run this again in two minutes');
  await shop.office.advance(MINUTES);
  expect(await check(shop)).toContain('testing');
  await shop.office.advance(3 * MINUTES);
  expect(await check(shop)).toContain('Menus and triggers that name a method: failed. Push the build with --flat');
  expect(shop.office.world.triggers.all().map(({ handler }) => handler)).not.toContain('App.accountRang');
});

test('in an account that has all of it, it says so, and leaves nothing behind', async () => {
  const shop = await openShop();
  await check(shop);
  await shop.office.advance(2 * MINUTES);
  expect(await check(shop)).toContain('Menus and triggers that name a method: OK.');
  expect(shop.office.world.triggers.all()).toHaveLength(4);
});

test('where the Sheets service is off it names the remedy', async () => {
  const shop = await openShop();
  shop.office.weather({ switches: { serviceOff: true } });
  expect(await check(shop)).toContain('click + next to Services');
});

test('a visitor of the web app who calls it gets nothing and changes nothing', async () => {
  const shop = await openShop();
  const before = JSON.stringify(shop.office.world.toJSON());
  const { result } = (await shop.office.run({ function: 'checkThisAccount', args: [], as: 'anonymous' })) as {
    result?: { value?: unknown };
  };
  expect(result?.value ?? null).toBeNull();
  expect(shop.office.records.at(-1)?.log ?? []).toEqual([]);
  expect(JSON.stringify(shop.office.world.toJSON())).toBe(before);
});
