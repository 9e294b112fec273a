import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, evaluate, openOffice } from '../../testing';

afterAll(closeOffices);

describe('PropertiesService (docs/google.md G2 and G94)', () => {
  test('properties hold strings; a missing one is null', async () => {
    expect(
      await evaluate(`
      const store = PropertiesService.getScriptProperties();
      store.setProperty('n', 5).setProperties({ a: 1.5, b: true });
      return [store.getProperty('n'), store.getProperty('missing'), store.getProperties(), store.getKeys()];`),
    ).toEqual(['5', null, { n: '5', a: '1.5', b: 'true' }, ['n', 'a', 'b']]);
  });

  test('setProperties can delete the others; single ones and all can be deleted', async () => {
    expect(
      await evaluate(`
      const store = PropertiesService.getScriptProperties();
      store.setProperties({ a: '1', b: '2' }).setProperties({ c: '3', d: '4' }, true);
      const after = store.getKeys();
      store.deleteProperty('c');
      const left = store.getKeys();
      store.deleteAllProperties();
      return [after, left, store.getKeys()];`),
    ).toEqual([['c', 'd'], ['d'], []]);
  });

  test('script properties are everybody’s, user properties are each person’s own', async () => {
    const office = openOffice({
      script: {
        'Code.js': `
function set() { PropertiesService.getScriptProperties().setProperty('k', 'script'); PropertiesService.getUserProperties().setProperty('k', 'mine'); }
function get() { return [PropertiesService.getScriptProperties().getProperty('k'), PropertiesService.getUserProperties().getProperty('k')]; }`,
      },
    });
    await office.run({ function: 'set', as: 'staff' });
    expect(await office.run({ function: 'get', as: 'staff' })).toEqual({ result: ['script', 'mine'] });
    expect(await office.run({ function: 'get', as: 'operator' })).toEqual({ result: ['script', null] });
  });

  test.each([
    [9 * 1024, null],
    [9 * 1024 + 1, 'Argument too large: value'],
  ])('9 KB a value: %d bytes', async (size, message) => {
    const body = `try { PropertiesService.getScriptProperties().setProperty('k', 'x'.repeat(${size})); return null; } catch (error) { return error.message; }`;
    expect(await evaluate(body)).toBe(message);
  });

  test('a value counts in bytes, not letters', async () => {
    await expect(
      evaluate(`PropertiesService.getScriptProperties().setProperty('k', 'é'.repeat(4609))`),
    ).rejects.toThrow('Argument too large: value');
  });

  test('500 KB a store: the write that would exceed it changes nothing', async () => {
    expect(
      await evaluate(`
      const store = PropertiesService.getScriptProperties();
      const part = 'x'.repeat(9000);
      let written = 0;
      try { for (; written < 100; written++) store.setProperty('k' + written, part); } catch (error) { return [written, error.message, store.getKeys().length]; }`),
    ).toEqual([56, 'Argument too large: value', 56]);
  });
});
