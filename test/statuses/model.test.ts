import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { times } from '../support/campaign';
import { type Mutation, mutatedBundle, removeMutants } from '../support/mutated-bundle';
import { closeOffices } from '../support/office';
import { command } from './model/commands';
import { type Beginning, begin, carryOut, Disagreement } from './model/run';

const MINUTES = 60_000;

let beginning: Beginning;
beforeAll(async () => {
  beginning = await begin();
});
afterAll(async () => {
  await closeOffices();
  removeMutants();
});

/** Runs of random commands against the product in a folder: the first one that went another way than the model says. */
const firstDisagreement = async (script: string, numRuns: number, seed: number) => {
  const commands = fc.array(command, { minLength: 6, maxLength: 14 });
  const run = fc.asyncProperty(commands, fc.nat(1000), (list, runSeed) => carryOut(beginning, script, list, runSeed));
  const { failed, errorInstance, counterexample } = await fc.check(run, { numRuns, seed, endOnFailure: true });
  if (!failed) return null;
  if (!(errorInstance instanceof Disagreement)) throw errorInstance;
  const [list = [], runSeed = 0] = counterexample ?? [];
  return { sentence: errorInstance.message, list, runSeed };
};

test(
  'whatever people, programs and bad weather do, statuses and emails come out as the model says',
  async () => {
    const { MODEL_RUNS = times(4, 40, 100), MODEL_SEED = 20261002 } = process.env;
    expect(await firstDisagreement('dist', Number(MODEL_RUNS), Number(MODEL_SEED))).toBeNull();
  },
  10 * MINUTES,
);

describe('the model finds a planted bug:', () => {
  /** Each with a seed whose first runs find it. */
  const BUGS: readonly (readonly [bug: string, seed: number, mutation: Mutation])[] = [
    [
      'only the first row of a paste is looked at',
      6,
      {
        file: 'statuses/settle-rows.ts',
        text: '.rows(view, from, count)',
        instead: '.rows(view, from, 1)',
      },
    ],
    [
      'nobody checks whether a row is the order that its id says',
      14,
      {
        file: 'statuses/decide.ts',
        text: 'isForeign(it.entry.order, it.row) || it.hint.sortedAlone',
        instead: 'it.hint.sortedAlone',
      },
    ],
    [
      'a status column that was sorted on its own is believed',
      13,
      {
        file: 'statuses/column-sorted-alone.ts',
        text: 'if (!isSortedAlone) return decided;',
        instead: 'return decided;',
      },
    ],
    [
      'the sweep puts back what it did not see typed',
      2,
      {
        file: 'statuses/decide.ts',
        text: "hint.source === 'sweep' || !hint.touched.has(header)",
        instead: "hint.source !== 'sweep' && !hint.touched.has(header)",
      },
    ],
    [
      'the email leaves before the commit',
      4,
      {
        file: 'statuses/reconcile.ts',
        text: 'return { changes, settled: { decided: portion, emails }, isMore };',
        instead: `for (const { entry, decision } of portion) for (const kind of decision.emails) (ports as any).mailer.send({
          to: entry.order.customer.email, subject: ({ paid: 'payment', shipped: 'on their way', cancelled: 'cancelled' } as any)[kind] + ' ' + entry.order.number,
          text: 'early', html: 'early', senderName: 'x', replyTo: '' });
        return { changes: changes.filter((each) => each.tab !== 'outbox'), settled: { decided: portion, emails }, isMore };`,
      },
    ],
    [
      'the event is trusted more than the cell',
      10,
      {
        file: 'statuses/decide.ts',
        text: 'transition(entry, asked(row), entry.order.fulfillment, hint.seen)',
        instead:
          'transition(entry, { ...asked(row), ...(hint.seen.length > 0 && hint.source === "sheet" ? { status: hint.seen[hint.seen.length - 1] } : {}) }, entry.order.fulfillment, hint.seen)',
      },
    ],
  ];

  test.each(BUGS)(
    '%s',
    async (_, seed, mutation) => {
      const found = await firstDisagreement(await mutatedBundle(mutation), 100, seed);
      expect(found).not.toBeNull();
      if (found) await carryOut(beginning, 'dist', found.list, found.runSeed);
    },
    10 * MINUTES,
  );
});
