import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json, WebRequest } from 'local-apps-script';
import type { PagePurpose } from '../../src/core/page-token';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { documentedRows, entryPoints, KINDS, tableProblems } from './entry-points';
import { changedParts, FEW_ARGUMENTS, HOSTILE_ARGUMENTS, HOSTILE_CALLS, openTarget, type Target } from './stranger';

const ROWS = documentedRows();
/** Each row is tried with other ones of what a stranger may think of, so that all of them are tried on some. */
const some = <T>(all: readonly T[], row: string, each: number): readonly T[] =>
  sampled(
    all,
    each,
    [...row].reduce((sum, letter) => 31 * sum + letter.charCodeAt(0), 7),
  );

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let target: Target;

beforeAll(async () => {
  target = await openTarget();
});

afterAll(closeOffices);

/** How everything was after the last attack: until something else happens, the next one starts from it. */
let stood: ReturnType<Target['state']> | null = null;

/** Attacks; nothing may have changed afterward, no email left, and no answer may hold what is not his to know. */
const withoutEffect = async (attack: () => Promise<unknown[]>): Promise<void> => {
  const before = stood ?? target.state();
  stood = null;
  const answers = await attack();
  expect(answers.length).toBeGreaterThan(0);
  const after = target.state();
  expect(changedParts(before, after)).toEqual([]);
  stood = after;
  const told = JSON.stringify(answers);
  expect(target.secrets.filter((secret) => told.includes(secret))).toEqual([]);
};

const run = (name: string, args: readonly Json[], as = 'anonymous') => target.office.run({ function: name, args, as });

/** Calls a function of the script from a customer's page, with everything that a stranger may think of. */
const runAll = async (name: string, lists: readonly (readonly Json[])[] = HOSTILE_ARGUMENTS): Promise<unknown[]> => {
  const answers: unknown[] = [];
  for (const args of lists) answers.push(await run(name, args));
  return answers;
};

/** As if Google let a hand-made call reach the methods of App. */
const reachingMethods = async (attack: () => Promise<void>): Promise<void> => {
  const { switches } = target.office.world;
  switches.runReachesMethods = true;
  await attack().finally(() => {
    switches.runReachesMethods = false;
  });
};

const web = async (request: WebRequest): Promise<string> => {
  const { status, location, body } = await target.office.request(request);
  return status === 302 ? target.office.echo((location ?? '').split('/').pop() ?? '').body : body;
};

test('every way in has a row in docs/security.md, and every row is about one', () => {
  expect(tableProblems(entryPoints(target.office), ROWS)).toEqual([]);
});

test('the audit does find a way in that nobody wrote down, and a row that is out of date', () => {
  const found = { ...entryPoints(target.office), Triggers: ['App.onSheetEdit', 'App.newTrigger'] };
  const [first, ...others] = tableProblems(found, ROWS);
  expect(first).toMatch(/"Triggers": add a row {2}\| `App\.newTrigger` \|/);
  expect(others).toEqual(expect.arrayContaining([expect.stringContaining('take the row `App.sweep` out')]));
});

test('the state that is compared does tell of a change', async () => {
  const before = target.state();
  await target.office.edit({ sheet: 'Orders', range: 'Z1', values: [['x']] });
  expect(changedParts(before, target.state())).not.toEqual([]);
  stood = null;
});

describe('a stranger on a customer’s page', () => {
  test.each(ROWS['Top-level functions'])('calls %s and changes nothing, learns nothing', async (name) => {
    await withoutEffect(() => runAll(name));
  });

  test.each([...ROWS.Triggers, ...ROWS['Menu items and other methods of App']])(
    'cannot reach %s, and a hand-made call of it that Google let through changes nothing',
    async (name) => {
      await withoutEffect(async () => {
        const refused = await run(name, []);
        expect(refused).toHaveProperty('error');
        return [refused];
      });
      const lists = ROWS.Triggers.includes(name) ? some(HOSTILE_ARGUMENTS, name, 3) : some(FEW_ARGUMENTS, name, 3);
      await reachingMethods(() => withoutEffect(() => runAll(name, lists)));
    },
  );

  test.each(ROWS['Methods of dialogs'])(
    'gets the same answer from rpc for %s, whatever token he has',
    async (method) => {
      await withoutEffect(async () => {
        const answers: unknown[] = [];
        for (const token of some([null, { length: 64 }, ...Object.values(target.tokens)], method, 3))
          answers.push(await run('rpc', [token as Json, method]));
        for (const args of some(HOSTILE_CALLS, method, 2))
          answers.push(await run('rpc', [target.tokens['another person’s'], method, ...args]));
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
        expect(answers[0]).toEqual({ result: { ok: false, error: expect.stringContaining('has expired') } });
        return answers;
      });
    },
  );
});

const CLOSED = { result: { ok: false, error: expect.stringContaining('has expired') } };

test.each(ROWS['Methods of dialogs'])('a dialog with another person’s token gets nothing from %s', async (method) => {
  await withoutEffect(async () => {
    const answer = await run('rpc', [target.tokens['another person’s'], method], 'operator');
    expect(answer).toEqual(CLOSED);
    return [answer];
  });
});

test('a dialog with a token that is made up, dead or none gets nothing', async () => {
  await withoutEffect(async () => {
    const tokens = [null, 7, ...Object.values(target.tokens)];
    const answers = await Promise.all(tokens.map((token) => run('rpc', [token, 'setUp.secret'], 'operator')));
    for (const answer of answers) expect(answer).toEqual(CLOSED);
    return answers;
  });
});

describe('a stranger who knows the address of the web app', () => {
  const PUBLIC = ['GET ?route=prices', 'GET ?route=health'];
  const now = () => Math.floor(target.office.world.clock.now() / 1_000);
  const forged = (at: number) =>
    `webhook-id=a&webhook-timestamp=${at}&webhook-signature=${encodeURIComponent(`v1,${'A'.repeat(43)}=`)}`;
  const queries = () => ['', 'key=whsec_guess', forged(now()), forged(now() - 3_600), 'webhook-id[]=1&__proto__=x'];

  test.each(ROWS['Routes of the web app'])('gets nothing from %s without a signature', async (row) => {
    const [method = '', name = ''] = row.split(' ');
    await withoutEffect(async () => {
      const answers: string[] = [];
      for (const query of queries()) {
        const request =
          method === 'GET'
            ? { method, query: `${[name.slice(1), query].filter(Boolean).join('&')}&id=order-1` }
            : { method, query, body: JSON.stringify({ ...(name ? { route: name } : {}), ...BODY }) };
        answers.push(await web(request));
      }
      for (const answer of answers) {
        const { ok, code } = JSON.parse(answer) as { ok: boolean; code?: string };
        if (PUBLIC.includes(row)) expect(ok).toBe(true);
        else expect([ok, code]).toEqual([false, expect.stringMatching(/^SIGNATURE_(MISSING|INVALID|EXPIRED)$/)]);
      }
      return answers;
    });
  });

  const BODY = {
    orderId: 'order-1',
    status: 'cancelled',
    shipped: true,
    rating: 1,
    feedback: 'x',
    items: [{ photoNumber: '1', qty4x6: 1 }],
  };

  test.each(ROWS['Customers’ pages'])('gets the same page from %s with every token that is not right', async (row) => {
    const [method = '', query = ''] = row.split(' ');
    const page = query.slice('?page='.length) as PagePurpose;
    const others: PagePurpose[] = (['order', 'feedback', 'unsubscribe'] as const).filter((each) => each !== page);
    const right = target.pageToken(page, 'order-1');
    const tokens = [
      '',
      'x'.repeat(5_000),
      `${right.slice(0, -1)}${right.endsWith('A') ? 'B' : 'A'}`,
      target.pageToken(page, 'no-such-order'),
      target.pageToken(page, 'order-1', '2024-01-01T00:00:00Z'),
      ...others.map((other) => target.pageToken(other, 'order-1')),
      '../../%2e%2e<script>',
    ];
    await withoutEffect(async () => {
      const pages: string[] = [];
      for (const token of tokens) {
        const fields = `t=${encodeURIComponent(token)}&rating=1&action=rate&comment=x&email=a%40b.c`;
        pages.push(
          await web(
            method === 'GET'
              ? { method, query: `${query.slice(1)}&${fields}` }
              : { method, query: query.slice(1), body: fields, contentType: 'application/x-www-form-urlencoded' },
          ),
        );
      }
      expect(new Set(pages).size).toBe(1);
      expect(pages[0]).toContain('This link doesn’t work');
      return pages;
    });
  });
});

test.each(ROWS.Triggers)(
  'a stranger who calls %s again and again gets no more done than the clock does',
  async (name) => {
    target.office.world.clock.advance(2 * HOUR);
    await target.office.call(name);
    stood = null;
    for (const later of [MINUTE, 2 * HOUR]) {
      target.office.world.clock.advance(later);
      await reachingMethods(() => withoutEffect(() => runAll(name, [[], [{ triggerUid: '1' }]])));
    }
    // No one has to be notified that the sweep has stopped.
    await target.office.call('App.sweep');
    stood = null;
  },
);

test('nothing of the audit is left out', () => {
  for (const kind of KINDS) expect(ROWS[kind].length).toBeGreaterThan(0);
});
