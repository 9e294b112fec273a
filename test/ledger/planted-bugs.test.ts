import { afterAll, afterEach, expect, test } from '@jest/globals';
import { type Mutation, mutatedBundle, removeMutants } from '../support/mutated-bundle';
import { closeOffices } from '../support/office';
import { byHand, orderOf, posted } from './busy-shop';
import { BATCH_UPDATE } from './commits';
import { play, type Staging, sorting } from './play';
import { type Scene, sceneNamed } from './scenes';

afterEach(closeOffices);
afterAll(removeMutants);

/** A bug, and the play that shows it. */
interface Planted extends Mutation {
  readonly name: string;
  readonly scene: Scene;
  readonly staging?: Staging;
}

const sorted: Staging = { hands: sorting('Orders', 'C') };
const sortedTwice: Staging = { hands: sorting('Orders', 'C', 2), at: () => true };
const TRACKING = sceneNamed('POST orders/shipping with a tracking number');

/** What a program reads is as it is, though it has just read the same. */
const READ_TWICE: Scene = {
  by: 'change one status',
  name: 'a program reads, changes and reads an order',
  act: async (shop) => {
    await shop.get('route=order&id=id-0');
    await posted(shop, { route: 'orders/status', orderId: 'id-0', status: 'paid' });
    const answer = await shop.get('route=order&id=id-0');
    if (!JSON.stringify(answer).includes('"paid"')) throw new Error('it was told what stood there before');
  },
};

/** People sort the ids alone, after a commit to one of the rows. */
const TORN_AFTERWARDS: Scene = {
  ...sceneNamed('the card’s tracking field'),
  act: async (shop) => {
    await sceneNamed('the card’s tracking field').act(shop);
    byHand(shop, { sheet: 'Orders', action: 'sort', column: 'A', range: 'A2:A7', ascending: false });
  },
};

const UNIT = 'ledger/unit-of-work.ts';
const SCRATCH = 'workbook/scratch.ts';
const PUT_RIGHT = 'ledger/put-right.ts';

const BUGS: readonly Planted[] = [
  {
    name: 'rows that have moved are not put right',
    file: UNIT,
    text: 'putRight(ports, work.by, planned.changes, commit.former, commit.head)',
    instead: '{ head: commit.head, hasMoved: false }',
    scene: TRACKING,
    staging: sorted,
  },
  {
    name: 'a commit that another one overtook is given up',
    file: UNIT,
    text: 'const MOST_TRIES = 3;',
    instead: 'const MOST_TRIES = 1;',
    scene: TRACKING,
    staging: {
      prepare: async (shop) => {
        shop.office.addFault({ service: BATCH_UPDATE, nth: 1, kind: 'late' });
        await shop.post(orderOf(6, 'Gus'));
      },
    },
  },
  {
    name: 'programs are told what stood there before',
    file: UNIT,
    text: 'if (!state.isForgotten) newGeneration(ports.cache, ports.crypto);',
    instead: '',
    scene: READ_TWICE,
  },
  {
    name: 'the lock is not taken',
    file: UNIT,
    text: 'if (!ports.lock.tryLock(work.wait))',
    instead: 'if (false)',
    scene: TRACKING,
  },
  {
    name: 'later portions go by columns that have moved',
    file: UNIT,
    text: 'if (hasMoved) view = ports.workbook.read();',
    instead: '',
    scene: sceneNamed('ids that were sorted alone'),
    staging: { hands: (shop) => byHand(shop, { sheet: 'Orders', action: 'insertColumn', column: 'C' }) },
  },
  {
    name: 'headers are not copied',
    file: SCRATCH,
    text: 'const lines = [[0, 1, 1] as const, ...',
    instead: 'const lines = [...',
    scene: TRACKING,
    staging: sorted,
  },
  {
    name: 'the answer of a batch is taken for its own unseen',
    file: SCRATCH,
    text: 'if (textOf(values[0]?.[0]) !== nonce) return null;',
    instead: '',
    scene: TRACKING,
    staging: {
      ...sorted,
      prepare: ({ office }) => {
        office.world.switches.answersAfterBatch = false;
      },
    },
  },
  {
    name: 'a copied number of digits is rounded',
    file: SCRATCH,
    text: 'cell: { userEnteredFormat: { numberFormat: NUMBER_FORMATS.text } },',
    instead: 'cell: {},',
    scene: TRACKING,
    staging: {
      ...sorted,
      prepare: ({ office }) => {
        office.world.switches.copiesKeepTexts = false;
      },
    },
  },
  {
    name: 'a writer does not say which row it means',
    file: 'customers/set-feedback.ts',
    text: "was: { 'Order ID': id }",
    instead: 'was: {}',
    scene: sceneNamed('POST orders/feedback with a low rating'),
    staging: sorted,
  },
  {
    name: 'the right row gets its own before the wrong one has given it back',
    file: PUT_RIGHT,
    text: "['give back', 'write',",
    instead: "['write', 'give back',",
    scene: TRACKING,
    staging: sorted,
  },
  {
    name: 'rows are put right by their ids alone',
    file: PUT_RIGHT,
    text: "(tab === 'orders' ? ['Order Number'] : [])",
    instead: '[]',
    scene: sceneNamed('POST orders/feedback with a low rating'),
    staging: sortedTwice,
  },
  {
    name: 'a copy that was taken out by mistake comes back',
    file: PUT_RIGHT,
    text: "'bring back', 'take out']",
    instead: "'take out', 'bring back']",
    scene: sceneNamed('copies of rows'),
    staging: { hands: (shop, nth) => nth > 0 || byHand(shop, { sheet: 'Orders', action: 'insert', row: 2 }) },
  },
  {
    name: 'the id of an order is not written along',
    file: 'workbook/changes.ts',
    text: "const isMarked = tab === 'orders' && id !== '' && Object.keys(row).length > 0;",
    instead: 'const isMarked = false;',
    scene: TRACKING,
    staging: { ...sorted, killedAfter: 1, sweeps: 3 },
  },
  {
    name: 'the sweep does not look at what a dead commit has left',
    file: 'statuses/sweep.ts',
    text: 'left?.token === moment.head.token',
    instead: 'false',
    scene: TRACKING,
    staging: { ...sorted, killedAfter: 1, sweeps: 3 },
  },
  {
    name: 'the sweep takes what people did for what a commit did',
    file: 'ledger/row-owner.ts',
    text: "meant !== '' && meant !== textOf(cells['Order ID'])",
    instead: "meant !== ''",
    scene: TORN_AFTERWARDS,
  },
];

/** What a play comes to, or how it fails. */
const outcome = async ({ scene, staging }: Planted, script?: string) => {
  try {
    const { states, commits } = await play(scene, { ...staging, ...(script ? { script } : {}) });
    return { states, isLocked: commits.every(({ isLocked }) => isLocked) };
  } catch (error) {
    return { failed: String(error) };
  }
};

test.each(BUGS.map((bug) => [bug.name, bug] as const))('it is found when %s', async (_, bug) => {
  const right = await outcome(bug);
  expect(right).not.toHaveProperty('failed');
  expect(await outcome(bug, await mutatedBundle(bug))).not.toEqual(right);
});

test('a bundle that was built for such a test, with nothing changed in it, comes to the same', async () => {
  const [bug] = BUGS.map((each) => ({ ...each, instead: each.text }));
  if (!bug) throw new Error('there are no bugs');
  expect(await outcome(bug, await mutatedBundle(bug))).toEqual(await outcome(bug));
});
