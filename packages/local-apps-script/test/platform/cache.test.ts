import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, evaluate, openOffice } from '../../testing';

afterAll(closeOffices);

const CACHE = {
  'Code.js': `
function put(key, value, seconds) { seconds ? CacheService.getScriptCache().put(key, value, seconds) : CacheService.getScriptCache().put(key, value); }
function get(key) { return CacheService.getScriptCache().get(key); }`,
};

describe('CacheService (docs/google.md G12 and G13)', () => {
  test('a value stays for 600 s unless told otherwise', async () => {
    const office = openOffice({ script: CACHE });
    await office.run({ function: 'put', args: ['k', 'v'] });
    await office.advance(599_999);
    expect(await office.run({ function: 'get', args: ['k'] })).toEqual({ result: 'v' });
    await office.advance(1);
    expect(await office.run({ function: 'get', args: ['k'] })).toEqual({ result: null });
  });

  test('a value stays for the seconds given, at most 21,600', async () => {
    const office = openOffice({ script: CACHE });
    await office.run({ function: 'put', args: ['k', 'v', 30] });
    await office.advance(30_000);
    expect(await office.run({ function: 'get', args: ['k'] })).toEqual({ result: null });
    expect(await office.run({ function: 'put', args: ['k', 'v', 21_600] })).toEqual({ result: null });
    expect(await office.run({ function: 'put', args: ['k', 'v', 21_601] })).toHaveProperty('error');
  });

  test.each([
    [`'k'.repeat(251), 'v'`, 'Argument too large: key'],
    [`'k', 'v'.repeat(100 * 1024 + 1)`, 'Argument too large: value'],
  ])('a key of more than 250 characters or a value of more than 100 KB is refused', async (args, message) => {
    await expect(evaluate(`CacheService.getScriptCache().put(${args});`)).rejects.toThrow(message);
  });

  test('a key of 250 characters and a value of 100 KB are taken', async () => {
    expect(
      await evaluate(
        `const c = CacheService.getScriptCache(); c.put('k'.repeat(250), 'v'.repeat(100 * 1024)); return c.get('k'.repeat(250)).length;`,
      ),
    ).toBe(102_400);
  });

  test('beyond 1,000 items only the 900 farthest from expiry stay', async () => {
    expect(
      await evaluate(`
      const c = CacheService.getScriptCache();
      for (let i = 0; i < 1001; i++) c.put('k' + i, 'v', 100 + i);
      return [c.get('k0'), c.get('k100'), c.get('k101'), c.get('k1000'), Object.keys(c.getAll([...Array(1001).keys()].map((i) => 'k' + i))).length];`),
    ).toEqual([null, null, 'v', 'v', 900]);
  });

  test('many at once: putAll, getAll without the missing, removeAll', async () => {
    expect(
      await evaluate(`
      const c = CacheService.getScriptCache();
      c.putAll({ a: 1, b: '2', c: '3' }, 60);
      c.remove('b');
      const left = c.getAll(['a', 'b', 'c']);
      c.removeAll(['a', 'c']);
      return [left, c.getAll(['a', 'c'])];`),
    ).toEqual([{ a: '1', c: '3' }, {}]);
  });

  test('the cache may be emptied at any time', async () => {
    const office = openOffice({ script: CACHE });
    await office.run({ function: 'put', args: ['k', 'v'] });
    office.world.cache.evictAll();
    expect(await office.run({ function: 'get', args: ['k'] })).toEqual({ result: null });
  });
});
