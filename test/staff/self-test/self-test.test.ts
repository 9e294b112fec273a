import { afterEach, expect, test } from '@jest/globals';
import { liveSheet } from '../../backup/backup-shop';
import { closeOffices } from '../../support/office';
import { callRpc, openedPage } from '../../support/rpc';
import { openShop, PAUL, type Shop } from '../../support/shop';
import { openPage } from '../../support/shown-dialog';

afterEach(closeOffices);

interface Result {
  readonly key: string;
  readonly answer: string;
  readonly state: string;
  readonly verdict: string;
}

/** Runs the self-test as the dialog does; the clock moves on for the trigger. */
const selfTest = async (shop: Shop, switches: object = {}): Promise<Record<string, Result>> => {
  const { office } = shop;
  await office.call('App.showSelfTest');
  const token = openedPage(office)?.token ?? '';
  const call = async (...args: unknown[]) => {
    const answer = await callRpc(office, 'operator', token, ...args);
    if (!answer.ok) throw new Error(answer.error);
    return answer.value;
  };
  office.weather({ switches });
  await call('selfTest.start');
  await office.advance(2_000);
  await call('selfTest.hasRung');
  const reached = (await office.run({ function: 'App.selfTestRang', as: 'anonymous' })) as { error?: unknown };
  const results = (await call('selfTest.finish', reached.error ? 'not reached' : 'reached')) as Result[];
  return Object.fromEntries(results.map((result) => [result.key, result]));
};

/** Every switch of an open question, with what the self-test answers in each position. */
const POSITIONS: readonly (readonly [string, string, readonly [on: string, off: string], breaks: boolean])[] = [
  ['ownRangeIds', 'ownRangeId', ['kept', 'not kept'], false],
  ['unknownRangeFails', 'unknownRange', ['nothing is written', 'it is written'], true],
  ['methodHandlers', 'methodTrigger', ['runs', 'does not run'], true],
  ['activeWithoutDocument', 'activeSheet', ['works', 'is empty'], false],
  ['textFormatStopsFormulas', 'textFormat', ['text', 'formula'], false],
  ['apiObeysValidation', 'apiValidation', ['stopped', 'written'], false],
  ['apiWritesSeenLate', 'apiSeen', ['not seen', 'seen'], false],
  ['unflushedWritesHidden', 'flush', ['does not see it', 'sees it'], false],
  ['apiWritesFireOnChange', 'onChange', ['fires', 'does not fire'], false],
  ['keepsApostrophe', 'apostrophe', ['kept', 'dropped'], false],
  ['brokenNamesStay', 'brokenName', ['stays taken', 'free again'], false],
  ['answersAfterBatch', 'copied', ['as after the batch', 'as before the batch'], false],
  ['copiesKeepTexts', 'copiedText', ['a text', 'a number'], false],
  ['documentEverywhere', 'documentLock', ['has it', 'does not have it'], false],
  ['runReachesMethods', 'handMadeCall', ['reached', 'not reached'], false],
];

test('with the local services as they are nothing is amiss; answers stand in the Self-test tab, the scratch tab is gone', async () => {
  const shop = await openShop();
  const tabs = liveSheet(shop).tabs.map(({ name }) => name);
  const triggers = [...shop.office.world.triggers.all()];
  const results = await selfTest(shop);

  expect(Object.values(results).filter(({ state }) => state === 'bad')).toEqual([]);
  expect(
    Object.values(results)
      .filter(({ state }) => state === 'open')
      .map(({ key }) => key),
  ).toEqual(['customerPage', 'table', 'copyProperties', 'undo', 'clearedCell', 'framePrint']);
  expect(results.rawContent?.answer).toBe('whole');
  expect(liveSheet(shop).tabs.map(({ name }) => name)).toEqual([...tabs, 'Self-test']);
  expect(shop.office.world.triggers.all()).toEqual(triggers);
  const lines = shop.office.sheet('Self-test', 1, 50) as unknown as { values: string[][] };
  expect(lines.values[1]?.slice(0, 4)).toEqual(['Question', 'Answer', 'Expected', 'What it means']);
  expect(lines.values.flat()).toContain('Does a named range keep the id that a batch gives it?');
  expect(await shop.post({})).toMatchObject({ code: 'VALIDATION_FAILED' });
});

test.each(POSITIONS)(
  '%s: each position of the switch is reported as it is, with whether it matters',
  async (name, key, [on, off], breaks) => {
    for (const position of [true, false]) {
      const shop = await openShop();
      const { [key]: result } = await selfTest(shop, { [name]: position });
      expect(result?.answer).toBe(position ? on : off);
      expect(result?.state).toBe(breaks && !position ? 'bad' : 'good');
      await closeOffices();
    }
  },
);

test('the words of an error and the name of a handler are shown as they are', async () => {
  for (const otherLanguage of [false, true]) {
    const shop = await openShop();
    const results = await selfTest(shop, { otherLanguage, handlerNames: 'last part' });
    expect(results.language?.answer.includes('No se ha podido')).toBe(otherLanguage);
    expect(results.handlerName).toMatchObject({ answer: 'selfTestRang', state: 'good' });
    expect(results.readBack?.answer).toMatch(/^1 cell weighs \d+ bytes, in \d+ ms$/);
    expect(results.speed?.answer).toMatch(/^\d+ ms and \d+ ms$/);
  }
});

test('where the Sheets service is off it says what to do, and leaves nothing behind', async () => {
  const shop = await openShop();
  shop.office.weather({ switches: { serviceOff: true } });
  const call = await openPage(shop, 'Data > Self-test');
  await expect(call('selfTest.start')).rejects.toThrow('click + next to Services');
  expect(liveSheet(shop).tabs.map(({ name }) => name)).not.toContain('Self-test scratch');
});

test('in a copy it tells whether properties came along, and changes nothing', async () => {
  for (const [keeps, answer] of [
    [true, 'come along'],
    [false, 'do not come along'],
  ] as const) {
    const shop = await openShop();
    shop.office.weather({ switches: { copyKeepsProperties: keeps } });
    shop.office.open(shop.office.copy().copy);
    const call = await openPage(shop, 'Data > Self-test');
    expect(await call('selfTest.start')).toMatchObject([{ key: 'copyProperties', answer, state: 'good' }]);
  }
});

test('a self-test whose page was closed leaves no trigger and no scratch tab behind', async () => {
  const shop = await openShop();
  const { office } = shop;
  const tabs = liveSheet(shop).tabs.map(({ name }) => name);
  const triggers = [...office.world.triggers.all()];
  office.weather({ switches: { apiWritesFireOnChange: false } });
  const call = await openPage(shop, 'Data > Self-test');
  await call('selfTest.start');
  expect(office.world.triggers.all()).toHaveLength(triggers.length + 2);
  await office.advance(2_000);
  expect(liveSheet(shop).tabs.map(({ name }) => name)).toEqual(tabs);
  expect(office.world.triggers.all()).toHaveLength(triggers.length + 1);
  await shop.post({ ...PAUL, orderId: 'order-1' });
  office.weather({ switches: { apiWritesFireOnChange: true } });
  await (await openPage(shop, 'Find order'))('orders.mark', 'order-1', 'paid', '');
  expect(office.world.triggers.all()).toEqual(triggers);
});

test('only the operator runs it; a stranger who calls its triggers changes nothing', async () => {
  const shop = await openShop();
  const call = await openPage(shop, 'Data > Self-test', 'staff');
  await expect(call('selfTest.start')).rejects.toThrow('Only the operator');
  const before = JSON.stringify(shop.office.world.properties.toJSON());
  await shop.office.call('App.selfTestRang');
  expect(JSON.stringify(shop.office.world.properties.toJSON())).toBe(before);
});
