import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { bundleBeside } from '../../demo/bundle';
import { cleanUp, newFolder, runHost, scriptFolder, startHost } from './host-process';

afterAll(cleanUp);

const script = (): string => scriptFolder('function doGet() { return ContentService.createTextOutput("hello"); }');

/** Everything the user reads: one line that ends with a period. */
const ONE_SENTENCE = /^[^\n]+\.\n$/;

test('a port that is taken ends the host with one sentence and code 1, before anything is written', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as { port: number };
  const data = join(newFolder(), 'data');
  const ended = await runHost('--port', String(port), '--data', data, '--script', script());
  other.close();
  expect(ended.code).toBe(1);
  expect(ended.errors).toMatch(ONE_SENTENCE);
  expect(ended.errors).toContain(`Port ${port} is used by another program`);
  expect(existsSync(data)).toBe(false);
});

test('a data folder that cannot be written ends the host with one sentence and code 1', async () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  const ended = await runHost('--port', '0', '--data', join(file, 'data'), '--script', script());
  expect(ended).toMatchObject({ code: 1, errors: expect.stringMatching(ONE_SENTENCE) });
  expect(ended.errors).toContain('cannot be written');
});

test('a data folder of a newer version ends the host with one sentence and code 1', async () => {
  const data = newFolder();
  writeFileSync(join(data, 'version.json'), '{"format": 99}');
  const ended = await runHost('--port', '0', '--data', data, '--script', script());
  expect(ended).toMatchObject({ code: 1, errors: expect.stringMatching(ONE_SENTENCE) });
  expect(ended.errors).toContain('was written by a newer version of CPS Orders');
});

test('a data folder in use by another running host ends the second with one sentence and code 1', async () => {
  const data = newFolder();
  const folder = script();
  const first = await startHost('--data', data, '--script', folder);
  const ended = await runHost('--port', '0', '--data', data, '--script', folder);
  expect(ended).toMatchObject({ code: 1, errors: expect.stringMatching(ONE_SENTENCE) });
  expect(ended.errors).toContain('is in use by another running host');
  expect((await fetch(`${first.address}/exec`)).status).toBe(200);
});

test('an unknown option ends the host with one sentence and code 1', async () => {
  expect(await runHost('--prot', '8787')).toEqual({
    code: 1,
    output: '',
    errors: 'There is no option "--prot". See --help.\n',
  });
});

test('a script folder without a script ends the host with one sentence and code 1', async () => {
  const ended = await runHost('--port', '0', '--data', newFolder(), '--script', newFolder());
  expect(ended).toMatchObject({ code: 1, errors: expect.stringMatching(ONE_SENTENCE) });
  expect(ended.errors).toContain('has no Apps Script files');
});

test('a missing bundle is named with what makes it', () => {
  const build = join(newFolder(), 'build');
  mkdirSync(build);
  expect(() => bundleBeside(build)).toThrow('The bundle dist/Code.js is missing. Run `npm run build`');
});

test('--help shows every option and ends well', async () => {
  const ended = await runHost('--help');
  expect(ended.code).toBe(0);
  for (const option of ['--port', '--data', '--fresh', '--sample', '--auth', '--script'])
    expect(ended.output).toContain(option);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends the host well, and another can use the data folder',
  async (signal) => {
    const data = newFolder();
    const folder = script();
    const host = await startHost('--data', data, '--script', folder);
    expect(await host.end(signal)).toBe(0);
    const second = await startHost('--data', data, '--script', folder);
    expect((await fetch(`${second.address}/exec`)).status).toBe(200);
  },
);
