import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { cleanUp, get, newFolder, post, scriptFolder } from '../../testing';
import { startHost } from './program';

afterAll(cleanUp);

/** Each request is emailed and kept as a property before it is answered. */
const KEEPER = `
function doPost(e) {
  var name = e.postData.contents;
  PropertiesService.getScriptProperties().setProperty(name, 'kept');
  MailApp.sendEmail('keeper@example.com', name, 'kept');
  return ContentService.createTextOutput(JSON.stringify({ ok: true }));
}
function kept() {
  return Object.keys(PropertiesService.getScriptProperties().getProperties());
}`;

test('what was answered before kill -9 is there after a restart, again and again', async () => {
  const data = newFolder();
  const script = scriptFolder(KEEPER);
  const answered: string[] = [];
  for (let life = 1; life <= 3; life += 1) {
    const host = await startHost('--data', data, '--script', script);
    for (let number = 1; number <= 3; number += 1) {
      const name = `order-${life}-${number}`;
      expect((await post(host.address, '/exec', name)).json).toEqual({ ok: true });
      answered.push(name);
    }
    await host.end('SIGKILL');
  }
  const { address } = await startHost('--data', data, '--script', script);
  const { mails } = (await get(address, '/local/mail')).json;
  expect(mails.map(({ subject }: { subject: string }) => subject)).toEqual(answered);
  expect((await post(address, '/local/run', { function: 'kept' })).json.result.sort()).toEqual(answered);
});

test('kill -9 in the middle of a burst loses nothing that was answered', async () => {
  const data = newFolder();
  const script = scriptFolder(KEEPER);
  const host = await startHost('--data', data, '--script', script);
  const answered: string[] = [];
  const posts = Array.from({ length: 30 }, async (_, number) => {
    const name = `burst-${number}`;
    const answer = await post(host.address, '/exec', name).catch(() => null);
    if (answer?.json.ok) answered.push(name);
    if (answered.length === 5) await host.end('SIGKILL');
  });
  await Promise.all(posts);
  expect(answered.length).toBeGreaterThanOrEqual(5);
  expect(answered.length).toBeLessThan(30);

  const { address } = await startHost('--data', data, '--script', script);
  const { mails } = (await get(address, '/local/mail')).json;
  expect(mails.map(({ subject }: { subject: string }) => subject)).toEqual(expect.arrayContaining(answered));
});

test('the clock, once moved on, stays there after a restart, which says when it cut a torn line off', async () => {
  const data = newFolder();
  const script = scriptFolder(KEEPER);
  const host = await startHost('--data', data, '--script', script);
  await post(host.address, '/local/clock', { advance: 'P6D' });
  await host.end('SIGKILL');
  expect(host.output()).not.toContain('left out');
  appendFileSync(join(data, 'journal-0.jsonl'), '{"change":{"at":1');
  const { address, output } = await startHost('--data', data, '--script', script);
  expect(output()).toContain('The last change was dropped');
  const { clock } = (await get(address, '/local/state')).json;
  expect(Date.parse(clock) - Date.now()).toBeGreaterThan(5.9 * 86_400_000);
});

test('--fresh begins again', async () => {
  const data = newFolder();
  const script = scriptFolder(KEEPER);
  const host = await startHost('--data', data, '--script', script);
  await post(host.address, '/exec', 'gone');
  await host.end('SIGTERM');
  const { address } = await startHost('--data', data, '--script', script, '--fresh');
  expect((await get(address, '/local/mail')).json).toEqual({ mails: [] });
});
