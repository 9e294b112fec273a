import { afterAll, expect, test } from '@jest/globals';
import { ReadsUsedUp } from '../../src/core/ports';
import { READS_USED_UP } from '../../src/domain/reads-used-up';
import { listOf, oneOf, recordOf, text, wholeOrNull } from '../../src/rpc/argument-checks';
import { mintToken, useToken } from '../../src/rpc/dialog-token';
import { answerRpc, ForPeople, method } from '../../src/rpc/rpc';
import { nodeCrypto } from '../support/node-crypto';
import { closeOffices } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import { openShop, PAUL } from '../support/shop';

afterAll(closeOffices);

const HOUR = 3_600_000;
const ANN = 'ann@example.com';

const tokenPorts = () => {
  const kept = new Map<string, string>();
  let now = Date.parse('2026-10-02T15:00:00Z');
  return {
    kept,
    cache: {
      get: (key: string) => kept.get(key) ?? null,
      put: (key: string, value: string) => void kept.set(key, value),
    },
    crypto: nodeCrypto,
    now: () => new Date(now),
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
};

test('a token is renewed by use and expires six hours after the last one', () => {
  const ports = tokenPorts();
  const token = mintToken(ports, ANN);
  for (let use = 0; use < 4; use++) {
    ports.wait(5 * HOUR);
    expect(useToken(ports, token, ANN)).toBe(true);
  }
  ports.wait(6 * HOUR);
  expect(useToken(ports, token, ANN)).toBe(false);
});

test('a token is stored only as a hash and is useless to anyone else', () => {
  const ports = tokenPorts();
  const token = mintToken(ports, ANN);
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify([...ports.kept])).not.toContain(token);
  expect(useToken(ports, token, 'ben@example.com')).toBe(false);
  expect(useToken(ports, token, ANN)).toBe(true);
});

test.each([undefined, null, '', 7, {}, ['a'], 'f'.repeat(64), 'f'.repeat(63)])('%p isn’t a token', (value) => {
  expect(useToken(tokenPorts(), value, ANN)).toBe(false);
});

const METHODS = {
  'test.add': method([oneOf('one', 'two'), listOf(text(3), 2)], (_: null, word, others) => ({
    word,
    others,
    at: new Date(0),
  })),
  'test.refuse': method([], () => {
    throw new ForPeople('Please select a row first.');
  }),
  'test.fail': method([], () => {
    throw new Error('Service unavailable.');
  }),
};

/** The Sheets service's error when the reads of a minute are used up, in the account's language. */
const USED_UP = Object.assign(new Error('Se ha superado la cuota de lecturas por minuto.'), { details: { code: 429 } });
const WORDS_ALONE = new Error("Quota exceeded for quota metric 'Read requests'");

test("used-up reads give a sentence that says how long to wait, without Google's words, and aren’t logged as an error", () => {
  for (const error of [USED_UP, new ReadsUsedUp(USED_UP.message)]) {
    const told: unknown[] = [];
    const methods = {
      'test.read': method([], () => {
        throw error;
      }),
    };
    const guard = { isOpen: () => true, backstage: () => null, report: (each: unknown) => `R${told.push(each)}` };
    expect(answerRpc(methods, guard, ['good', 'test.read'])).toEqual({ ok: false, error: READS_USED_UP });
    expect(told).toEqual([]);
  }
  const methods = {
    'test.read': method([], () => {
      throw WORDS_ALONE;
    }),
  };
  const guard = { isOpen: () => true, backstage: () => null, report: () => 'R1' };
  expect(answerRpc(methods, guard, ['good', 'test.read'])).toMatchObject({ error: expect.stringContaining('R1') });
  expect(READS_USED_UP).toContain('Wait a minute');
});

const reported: string[] = [];
const answer = (...call: readonly unknown[]) =>
  answerRpc(
    METHODS,
    {
      isOpen: (token) => token === 'good',
      backstage: () => null,
      report: (error) => `R${reported.push(String(error))}`,
    },
    call,
  );

test('a method gets its checked arguments, and no Date crosses', () => {
  expect(answer('good', 'test.add', 'one', ['abc'])).toEqual({
    ok: true,
    value: { word: 'one', others: ['abc'], at: '1970-01-01T00:00:00.000Z' },
  });
});

test.each([
  ['test.add'],
  ['test.add', 'three', []],
  ['test.add', 'one', ['long text']],
  ['test.add', 'one', ['a', 'b', 'c']],
  ['test.add', 'one', [], 'more'],
  ['constructor'],
  ['toString'],
  ['__proto__'],
  [7],
  [],
])('a call that our dialogs never make isn’t understood: %p', (...call) => {
  expect(answer('good', ...call)).toEqual({ ok: false, error: expect.stringContaining("didn't understand") });
});

test('without a good token everything looks the same, known method or not', () => {
  const [known, unknown] = [answer('bad', 'test.add', 'one', []), answer(undefined, 'nothing')];
  expect(known).toEqual({ ok: false, error: expect.stringContaining('has expired') });
  expect(unknown).toEqual(known);
});

test('errors that users can fix are shown as they are; unexpected ones are logged with a reference', () => {
  expect(answer('good', 'test.refuse')).toEqual({ ok: false, error: 'Please select a row first.' });
  expect(reported).toEqual([]);
  expect(answer('good', 'test.fail')).toEqual({ ok: false, error: expect.stringMatching(/Service unavailable\..*R1/) });
  expect(reported).toEqual(['Error: Service unavailable.']);
});

test('argument checks take plain values only', () => {
  const isRecord = recordOf(wholeOrNull);
  expect([{}, { a: 0 }, { a: null }].every(isRecord)).toBe(true);
  expect([null, [], 'a', { a: -1 }, { a: 1.5 }, { a: '1' }].some(isRecord)).toBe(false);
});

test('a stranger who guesses reaches nothing through rpc', async () => {
  const shop = await openShop();
  await shop.post(PAUL);
  const before = JSON.stringify(shop.rows('Orders'));
  for (const args of [[], ['x'], ['f'.repeat(64), 'setUp.secret'], [{}, 'bulk.run', 'paid', ['a'], '']]) {
    const { result } = (await shop.office.run({
      function: 'rpc',
      args: args as never,
      as: 'anonymous',
    })) as unknown as {
      result: { ok: boolean; error: string };
    };
    expect(result).toEqual({ ok: false, error: expect.stringContaining('has expired') });
  }
  expect(JSON.stringify(shop.rows('Orders'))).toBe(before);
});

test('a page of the web app, which runs as the operator, can’t use a dialog that staff opened', async () => {
  const { office } = await openShop();
  await office.call('App.showToday', [], 'staff');
  const token = openedPage(office)?.token ?? '';
  expect((await callRpc(office, 'staff', token, 'today.read')).ok).toBe(true);
  expect(await callRpc(office, 'anonymous', token, 'today.read')).toMatchObject({ ok: false });
});

test('pages are opened from the sheet only', async () => {
  const { office } = await openShop();
  const { dialogs } = office.world.ui;
  const before = dialogs.length;
  office.world.switches.runReachesMethods = true;
  await office.run({ function: 'App.showSetUp', as: 'anonymous' });
  expect(dialogs).toHaveLength(before);
});
