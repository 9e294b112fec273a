import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

const SCRIPT = {
  'Code.js': `
function remember() { CacheService.getScriptCache().put('k', 'v'); }
function recall() { return CacheService.getScriptCache().get('k'); }
function lock() { return LockService.getScriptLock().tryLock(5000); }
function userLock() { return LockService.getUserLock().tryLock(5000); }
function mail() { MailApp.sendEmail('a@example.com', 'S', 'B'); return MailApp.getRemainingDailyQuota(); }
function slow() {
  var start = Date.now();
  PropertiesService.getScriptProperties().getProperty('x');
  var read = Date.now();
  CacheService.getScriptCache().put('k', 'v');
  var put = Date.now();
  SpreadsheetApp.getActive().getSheets()[0].getRange('A1:Z100').getValues();
  return [read - start, put - read, Date.now() - put];
}`,
};

test('the cache forgets everything at any time', async () => {
  const office = openOffice({ script: SCRIPT });
  await office.run({ function: 'remember' });
  expect(await office.run({ function: 'recall' })).toEqual({ result: 'v' });
  office.weather({ evictCache: true });
  expect(await office.run({ function: 'recall' })).toEqual({ result: null });
});

test.each(['direct', 'workers'] as const)('while the script lock is held, others starve (%s)', async (transport) => {
  const office = openOffice({ script: SCRIPT, transport });
  office.weather({ holdLock: true });
  expect(await office.run({ function: 'lock' })).toEqual({ result: false });
  expect(await office.run({ function: 'userLock' })).toEqual({ result: true });
  office.weather({ holdLock: false });
  expect(await office.run({ function: 'lock' })).toEqual({ result: true });
});

test('a quota near its end', async () => {
  const office = openOffice({ script: SCRIPT });
  expect(office.weather({ switches: { mailQuota: 1 } }).switches).toMatchObject({ mailQuota: 1, account: 'consumer' });
  expect(await office.run({ function: 'mail' })).toEqual({ result: 0 });
  expect(await office.run({ function: 'mail' })).toEqual({
    error: { name: 'Exception', message: 'Service invoked too many times for one day: email.' },
  });
});

test('each call takes its estimated time on a clock that moves with it', async () => {
  const office = openOffice({ script: SCRIPT });
  expect(await office.run({ function: 'slow' })).toEqual({ result: [0, 0, 0] });
  office.weather({ switches: { costsMoveClock: true } });
  const answer = (await office.run({ function: 'slow' })) as { result: number[] };
  // A read of 2,600 cells: 40 ms and 50 ms for each 4,000 cells.
  expect(answer.result).toEqual([30, 93, 72]);
});

test.each([
  [{ switches: { mailQota: 1 } }, /there is no switch "mailQota"\. The switches are: .*mailQuota/],
  [{ switches: { mailQuota: -1 } }, /mailQuota must be null or a whole number of at least 0, not -1/],
  [{ switches: { account: 'school' } }, /account must be consumer or workspace, not "school"/],
  [{ switches: { costsMoveClock: 1 } }, /costsMoveClock must be true or false, not 1/],
  [{ switches: 'all' }, /switches must be an object, not "all"/],
  [{ evictCache: 'yes' }, /evictCache must be true or false, not "yes"/],
])('what is unknown or does not fit is refused, and nothing changes: %j', (asked, sentence) => {
  const office = openOffice({ script: SCRIPT });
  const before = JSON.stringify(office.world.switches);
  expect(() => office.weather(asked)).toThrow(sentence);
  expect(JSON.stringify(office.world.switches)).toBe(before);
});
