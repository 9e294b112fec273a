import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';

/** Hosts that start at the same moment, and how often. */
const HOSTS = 4;
const ROUNDS = 16;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Takes the locks of all rounds, in step with the others; posts the rounds in which it got the lock. */
const HOST = `
import { parentPort, workerData } from 'node:worker_threads';
import { takeLock } from './lock.mjs';
const { folders, hosts, ready, skew } = workerData;
const at = new Int32Array(ready);
const got = [];
folders.forEach((folder, round) => {
  Atomics.add(at, round, 1);
  while (Atomics.load(at, round) < hosts);
  for (let wait = (skew * round * 997) % 60_000; wait > 0; wait--);
  try { takeLock(folder, 50); got.push(round); } catch (error) { if (error.name !== 'HostError') throw error; }
});
parentPort.postMessage(got);
`;

test('of the hosts that start at the same moment on a folder that a killed one left, one gets it', async () => {
  await build({
    entryPoints: [join(__dirname, '../../host/folder-lock.ts')],
    outfile: join(folder, 'lock.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  writeFileSync(join(folder, 'host.mjs'), HOST);
  const folders = Array.from({ length: ROUNDS }, (_, round) => join(folder, String(round)));
  for (const each of folders) {
    mkdirSync(each);
    writeFileSync(join(each, 'host.lock'), JSON.stringify({ pid: process.pid, started: 'long ago' }));
  }
  const ready = new SharedArrayBuffer(4 * ROUNDS);
  const results = await Promise.all(
    Array.from({ length: HOSTS }, (_, skew) => {
      const worker = new Worker(join(folder, 'host.mjs'), { workerData: { folders, hosts: HOSTS, ready, skew } });
      return new Promise<number[]>((done, failed) => worker.once('message', done).once('error', failed));
    }),
  );
  expect(results.flat().sort((a, b) => a - b)).toEqual(folders.map((_, round) => round));
  for (const each of folders) expect(readdirSync(each)).toEqual(['host.lock']);
});
