import { afterEach, expect, test } from '@jest/globals';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { play, sorting } from './play';
import { type Scene, sceneNamed } from './scenes';

afterEach(closeOffices);

/** The n-th call of `batchUpdate` by which the writer of a scene commits. */
const commitOf = async (scene: Scene): Promise<number> => {
  const { commits } = await play(scene, { sweeps: 0 });
  const nth = commits.find(({ by }) => by === scene.by)?.nth;
  if (nth === undefined) throw new Error(`${scene.by} did not commit`);
  return nth;
};

/** Both ways a scene ends when its execution is killed right after the commit: with the orders left alone, and sorted. */
const killed = async (scene: Scene) => {
  const killedAfter = await commitOf(scene);
  const alone = await play(scene, { killedAfter, sweeps: 3 });
  const sorted = await play(scene, { killedAfter, sweeps: 3, hands: sorting('Orders', 'C') });
  return { alone, sorted };
};

const PUT_RIGHT = [
  'POST orders/status',
  'POST orders/shipping with a tracking number',
  'POST orders/shipping with a number for an order that has left',
  'POST orders/feedback with a low rating',
  'the customer’s feedback form',
  'a status is typed',
  'statuses that no event told of',
  'the menu marks several orders',
  'the card takes an order a step back',
  'the card’s tracking field',
  'the card takes a tracking number away',
  'rows from before the program',
  'rows that were deleted or typed over',
];

test.each(sampled(PUT_RIGHT, 3))(
  '%s, sorted at the commit and killed right after it: the sweep puts all right',
  async (name) => {
    const { alone, sorted } = await killed(sceneNamed(name));
    expect(sorted.states[1]).toEqual(alone.states[1]);
  },
);

const TOLD = [
  'a row that has no id',
  'rows whose ids nobody knows',
  'copies of rows',
  'a customer with a tracking number',
  'the test order of set-up',
];

test.each(sampled(TOLD, 2))(
  '%s, sorted and killed the same way: when nothing shows whose row it was, staff are notified and nobody is emailed',
  async (name) => {
    const { alone, sorted } = await killed(sceneNamed(name));
    expect(sorted.states[1]?.emails).toEqual(alone.states[1]?.emails);
    const told = sorted.states[1]?.activity.filter((line) => !alone.states[1]?.activity.includes(line));
    expect(told?.length).toBeGreaterThan(0);
    for (const line of told ?? []) expect(line).toMatch(/^(flagged|row missing): /);
  },
);
