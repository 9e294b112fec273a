import { expect, test } from '@jest/globals';
import type { Cache } from '../../../src/core/ports';
import { cachedRead, newGeneration } from '../../../src/core/read-cache';
import { nodeCrypto } from '../../support/node-crypto';

/** A cache like the script's: values expire, and a value above 100 KB is rejected. */
class ScriptCache implements Cache {
  now = 0;
  readonly values = new Map<string, { value: string; until: number }>();

  get(key: string): string | null {
    const kept = this.values.get(key);
    return kept && kept.until > this.now ? kept.value : null;
  }

  put(key: string, value: string, seconds: number): void {
    if (key.length > 250) throw new Error('Argument too large: key');
    if (Buffer.byteLength(value) > 100 * 1024) throw new Error('Argument too large: value');
    this.values.set(key, { value, until: this.now + seconds });
  }
}

/** Reads a text through the cache and counts how often it was made. */
class Reading {
  readonly cache = new ScriptCache();
  made = 0;
  text = 'first';

  read(name = 'orders', keep = true): string {
    return cachedRead(this.cache, nodeCrypto, name, () => {
      this.made++;
      return { text: this.text, keep };
    });
  }
}

test('within 30 seconds a read is answered from the cache', () => {
  const reading = new Reading();
  expect([reading.read(), reading.read()]).toEqual(['first', 'first']);
  reading.text = 'second';
  reading.cache.now = 29;
  expect(reading.read()).toBe('first');
  reading.cache.now = 31;
  expect(reading.read()).toBe('second');
  expect(reading.made).toBe(2);
});

test('a change shows in the next read', () => {
  const reading = new Reading();
  reading.read();
  reading.text = 'second';
  newGeneration(reading.cache, nodeCrypto);
  expect(reading.read()).toBe('second');
});

test('a value made while something changed isn’t used for the next read', () => {
  const reading = new Reading();
  cachedRead(reading.cache, nodeCrypto, 'orders', () => {
    newGeneration(reading.cache, nodeCrypto);
    return { text: 'old', keep: true };
  });
  expect(reading.read()).toBe('first');
});

test('different reads don’t mix, and values that must not be cached aren’t', () => {
  const reading = new Reading();
  reading.read('orders\n1');
  reading.text = 'other';
  expect(reading.read('orders\n2')).toBe('other');
  reading.read('missing', false);
  reading.read('missing', false);
  expect(reading.made).toBe(4);
});

test.each([
  ['', 'a blank text'],
  ['7|x', 'a text that looks like our own mark'],
  ['x'.repeat(30_000), 'one full piece'],
  ['x'.repeat(30_001), 'one piece and a bit'],
  ['漢'.repeat(100_000), 'several pieces of wide characters'],
  ['🎉'.repeat(100_001), 'pairs that a piece may cut'],
])('a text of any size survives the cache (%#)', (text) => {
  const reading = new Reading();
  reading.text = text;
  expect(reading.read() === text).toBe(true);
  expect(reading.read() === text).toBe(true);
  expect(reading.made).toBe(1);
});

test('if a piece is lost, the value is made again', () => {
  const reading = new Reading();
  reading.text = 'x'.repeat(70_000);
  reading.read();
  const pieces = [...reading.cache.values.keys()].filter((key) => /:[12]$/.test(key));
  expect(pieces).toHaveLength(2);
  reading.cache.values.delete(pieces[0] ?? '');
  expect(reading.read()).toBe(reading.text);
  expect(reading.made).toBe(2);
});

test('two executions that write at the same time don’t mix their pieces', () => {
  const [one, other] = [new Reading(), new Reading()];
  one.text = 'a'.repeat(70_000);
  other.text = 'b'.repeat(80_000);
  one.read('other');
  const put = one.cache.put.bind(one.cache);
  let pieces = 0;
  one.cache.put = (...piece) => {
    pieces++;
    // Between two pieces of one, the other writes all of its own.
    if (pieces === 2)
      cachedRead({ get: (key) => one.cache.get(key), put }, nodeCrypto, 'orders', () => ({
        text: other.text,
        keep: true,
      }));
    put(...piece);
  };
  one.read();
  expect(pieces).toBe(3);
  expect([one.text, other.text]).toContain(one.read());
});
