import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cleanUp, get, newFolder, post, scriptFolder } from '../../testing';
import { startHost } from './program';

let address: string;

beforeAll(async () => {
  const script = scriptFolder(
    'function mail() { MailApp.sendEmail("a@example.com", "S", "B"); }\nfunction remember() { CacheService.getScriptCache().put("k", "v"); }\nfunction recall() { return CacheService.getScriptCache().get("k"); }\nfunction lock() { return LockService.getScriptLock().tryLock(1); }',
  );
  ({ address } = await startHost('--data', newFolder(), '--script', script));
});

afterAll(cleanUp);

const ran = async (name: string) => (await post(address, '/local/run', { function: name })).json;

test('a held lock, an empty cache and a quota near its end come over the control API', async () => {
  await ran('remember');
  expect(await ran('recall')).toEqual({ result: 'v' });
  expect((await post(address, '/local/weather', { holdLock: true, evictCache: true })).status).toBe(200);
  expect(await ran('recall')).toEqual({ result: null });
  expect(await ran('lock')).toEqual({ result: false });
  const calm = await post(address, '/local/weather', { holdLock: false, switches: { mailQuota: 1 } });
  expect(calm.json.switches).toMatchObject({ mailQuota: 1 });
  expect(await ran('lock')).toEqual({ result: true });
  expect(await ran('mail')).toEqual({ result: null });
  expect(await ran('mail')).toMatchObject({ error: { message: expect.stringContaining('too many times') } });
  await post(address, '/local/weather', { switches: { mailQuota: null } });
});

test('a switch that is unknown is a sentence that lists those there are', async () => {
  const refused = await post(address, '/local/weather', { switches: { wind: true } });
  expect(refused.status).toBe(400);
  expect(refused.json.error).toMatch(/^There is no switch "wind"\. The switches are: account, mailQuota,/);
});

test('a late fault throws now and lands when the clock moves', async () => {
  const sent = async () => (await get(address, '/local/mail')).json.mails.length;
  const before = await sent();
  await post(address, '/local/faults', { service: 'MailApp.sendEmail', nth: 1, kind: 'late' });
  expect(await ran('mail')).toHaveProperty('error');
  expect(await sent()).toBe(before);
  await post(address, '/local/clock', { advance: 'PT1S' });
  expect(await sent()).toBe(before + 1);
});
