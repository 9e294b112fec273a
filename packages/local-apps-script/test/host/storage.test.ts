import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Storage } from '../../host/storage';
import { Memory } from './memory';

let folder: string;
let opened: Storage[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storage-'));
  opened = [];
});

afterEach(() => {
  for (const storage of opened) storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (memory: Memory, options?: { fresh?: boolean; smallJournal?: number }): Storage => {
  const storage = Storage.open(folder, memory, options);
  opened.push(storage);
  return storage;
};

/** What a host that starts after a sudden end of the first would find: the files as they lie there now, unlocked. */
const afterSuddenEnd = (): Memory => {
  rmSync(join(folder, 'host.lock'), { force: true });
  const memory = new Memory();
  open(memory);
  return memory;
};

const record = (storage: Storage, memory: Memory, ...names: string[]): void => {
  for (const name of names) storage.record(memory.change(name));
};

test('every recorded change is there after a sudden end', () => {
  const memory = new Memory();
  record(open(memory), memory, 'a', 'b', 'c');
  expect(afterSuddenEnd().names).toEqual(['a', 'b', 'c']);
});

test('a last line that was torn by the sudden end is left out, and the next change is stored whole', () => {
  const memory = new Memory();
  record(open(memory), memory, 'a', 'b');
  const journal = join(folder, 'journal-0.jsonl');
  appendFileSync(journal, readFileSync(journal).subarray(0, 40));

  const second = afterSuddenEnd();
  expect(second.names).toEqual(['a', 'b']);
  record(opened.at(-1) as Storage, second, 'c');
  expect(afterSuddenEnd().names).toEqual(['a', 'b', 'c']);
});

test('a journal that is torn at any byte gives the changes before it', () => {
  const memory = new Memory();
  record(open(memory), memory, 'a', 'b', 'é');
  const path = join(folder, 'journal-0.jsonl');
  const whole = readFileSync(path);
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(path, whole.subarray(0, length));
    const lines = whole.subarray(0, length).filter((byte) => byte === 0x0a).length;
    expect(afterSuddenEnd().names).toEqual(['a', 'b', 'é'].slice(0, lines));
  }
});

test('a line in the middle that cannot be read is reported with its number, not skipped', () => {
  const memory = new Memory();
  record(open(memory), memory, 'a');
  appendFileSync(join(folder, 'journal-0.jsonl'), 'not json\n{"mark":"x"}\n');
  expect(afterSuddenEnd).toThrow('line 2 of');
});

test.each([
  ['not json\n', 2],
  ['\n', 2],
  ['{"change":{"at":0,"by":{},"na\n', 2],
  ['7\n', 2],
  ['null\n', 2],
  ['{}\n', 2],
  ['\0\0\0\0\n', 2],
  [Buffer.from([0x7b, 0x22, 0x6d, 0x61, 0x72, 0x6b, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d, 0x0a]), 2],
  ['{"mark":"x"}\nnot json\n{"ma', 3],
])('a whole line %j that cannot be read is damage also where it is the last, and nothing is cut', (damage, line) => {
  const memory = new Memory();
  record(open(memory), memory, 'a');
  const path = join(folder, 'journal-0.jsonl');
  appendFileSync(path, damage);
  const before = readFileSync(path);
  expect(afterSuddenEnd).toThrow(`is damaged: line ${line} of`);
  expect(readFileSync(path)).toEqual(before);
});

test('only a torn line is cut, and then it can be said', () => {
  const memory = new Memory();
  record(open(memory), memory, 'a');
  afterSuddenEnd();
  expect(opened.at(-1)?.isTornLineCut).toBe(false);
  appendFileSync(join(folder, 'journal-0.jsonl'), '{"mark":"x"}');
  expect(afterSuddenEnd().names).toEqual(['a']);
  expect(opened.at(-1)?.isTornLineCut).toBe(true);
  expect(opened.at(-1)?.has('x')).toBe(false);
  afterSuddenEnd();
  expect(opened.at(-1)?.isTornLineCut).toBe(false);
});

test('compaction keeps everything and leaves one snapshot and one journal', () => {
  const memory = new Memory();
  const storage = open(memory);
  record(storage, memory, 'a', 'b');
  storage.mark('set-up');
  storage.compact();
  record(storage, memory, 'c');
  expect(readdirSync(folder).sort()).toEqual(['host.lock', 'journal-1.jsonl', 'snapshot-1.json', 'version.json']);
  expect(afterSuddenEnd().names).toEqual(['a', 'b', 'c']);
  expect(opened.at(-1)?.has('set-up')).toBe(true);
});

test('a journal that grows large is compacted automatically', async () => {
  const memory = new Memory();
  const storage = open(memory, { smallJournal: 300 });
  record(storage, memory, 'a', 'b', 'c', 'd');
  await new Promise(setImmediate);
  expect(readdirSync(folder)).toContain('snapshot-1.json');
  record(storage, memory, 'e');
  expect(afterSuddenEnd().names).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a sudden end while the next snapshot is being written loses nothing', () => {
  const memory = new Memory();
  record(open(memory), memory, 'a', 'b');
  writeFileSync(join(folder, 'snapshot-1.json.tmp'), '{"marks":[],"sta');
  expect(afterSuddenEnd().names).toEqual(['a', 'b']);
  expect(readdirSync(folder)).not.toContain('snapshot-1.json.tmp');
});

test('a sudden end right after the next snapshot was put in place counts nothing twice', () => {
  const memory = new Memory();
  record(open(memory), memory, 'a', 'b');
  writeFileSync(join(folder, 'snapshot-1.json'), JSON.stringify({ marks: [], state: ['a', 'b'] }));
  expect(afterSuddenEnd().names).toEqual(['a', 'b']);
  expect(readdirSync(folder)).not.toContain('journal-0.jsonl');
});

test('closing gives the folder free and keeps everything', () => {
  const memory = new Memory();
  const storage = open(memory);
  record(storage, memory, 'a');
  storage.close();
  const second = new Memory();
  open(second);
  expect(second.names).toEqual(['a']);
});

test('a folder in use is refused with the process that uses it, and stays usable for that one', () => {
  const memory = new Memory();
  const storage = open(memory);
  expect(() => open(new Memory())).toThrow(`is in use by another running host (process ${process.pid})`);
  record(storage, memory, 'a');
  expect(afterSuddenEnd().names).toEqual(['a']);
});

test('a lock that was left by a process that is gone does not hold', () => {
  writeFileSync(join(folder, 'host.lock'), JSON.stringify({ pid: process.pid, started: 'long ago' }));
  expect(() => open(new Memory())).not.toThrow();
});

test('closing takes no lock away that has become another host’s', () => {
  const first = open(new Memory());
  writeFileSync(join(folder, 'host.lock'), JSON.stringify({ pid: process.pid, started: 'long ago', id: 'x' }));
  open(new Memory());
  const lock = readFileSync(join(folder, 'host.lock'), 'utf8');
  first.close();
  expect(readFileSync(join(folder, 'host.lock'), 'utf8')).toBe(lock);
});

test('what hosts left that were killed while they took the lock neither holds nor stays', () => {
  const left = JSON.stringify({ pid: process.pid, started: 'long ago', id: 'x' });
  const right = (text: string) => `host.lock.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  const killed = JSON.stringify({ pid: process.pid, started: 'long ago', id: 'y' });
  writeFileSync(join(folder, 'host.lock'), left);
  writeFileSync(join(folder, right(left)), killed);
  writeFileSync(join(folder, right(killed)), JSON.stringify({ pid: process.pid, started: 'long ago', id: 'z' }));
  writeFileSync(join(folder, 'host.lock.0a1b.new'), '{"pi');
  open(new Memory());
  expect(readdirSync(folder).sort()).toEqual(['host.lock', 'journal-0.jsonl', 'version.json']);
});

test('data of a newer version is refused and left as it is', () => {
  writeFileSync(join(folder, 'version.json'), '{"format":2}');
  expect(() => open(new Memory())).toThrow(
    'was written by a newer version of this program (format 2, this one reads 1)',
  );
  expect(readdirSync(folder)).toEqual(['version.json']);
});

test('a path that cannot be a folder is refused in a sentence', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => Storage.open(join(folder, 'file', 'data'), new Memory())).toThrow(
    /cannot be written: it is not a folder\.$/,
  );
});

test('to begin again forgets what a host wrote and nothing else in the folder', () => {
  const memory = new Memory();
  const storage = open(memory);
  record(storage, memory, 'a');
  storage.close();
  writeFileSync(join(folder, 'my notes.txt'), 'keep');
  const second = new Memory();
  open(second, { fresh: true });
  expect(second.names).toEqual([]);
  expect(readFileSync(join(folder, 'my notes.txt'), 'utf8')).toBe('keep');
});
