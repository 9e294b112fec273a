import { afterEach, describe, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import type { Shop } from '../support/shop';
import { byHand, openBusyShop } from './busy-shop';
import { PUT_RIGHT, watchCommits, writersInSources } from './commits';
import { SCENES, type Scene } from './scenes';
import { rowOf, stateOf } from './state';

afterEach(closeOffices);

const MINUTE = 60_000;

/** What staff do at the moment at which a writer's commit is about to land; `nth` counts those moments, from 0. */
type Hands = (shop: Shop, nth: number) => void;

const sorted =
  (sheet: string, column: string): Hands =>
  (shop, nth) =>
    byHand(shop, { sheet, action: 'sort', column, ascending: nth % 2 === 1 });

const SORT_ORDERS = sorted('Orders', 'C');

/** What a shop comes to when a scene is played, and five minutes later. */
const play = async (scene: Scene, hands: Hands = () => {}, isMeant = (by: string) => by === scene.by) => {
  const shop = await openBusyShop();
  await scene.prepare?.(shop);
  let nth = 0;
  const { writers, stop } = watchCommits(shop.office, (by) => {
    if (isMeant(by)) hands(shop, nth++);
  });
  await scene.act(shop);
  const states = [stateOf(shop)];
  await shop.office.advance(5 * MINUTE);
  stop();
  states.push(stateOf(shop));
  const [id, cells] = scene.done ?? [];
  const done = id === undefined ? {} : rowOf(shop, id);
  return { states, writers, moments: nth, wanted: cells ?? {}, done };
};

type Played = Awaited<ReturnType<typeof play>>;

const quiet = new Map<Scene, Promise<Played>>();

/** The same with nobody at the sheet. */
const quietly = (scene: Scene): Promise<Played> => {
  const known = quiet.get(scene) ?? play(scene);
  quiet.set(scene, known);
  return known;
};

const comesToTheSame = async (scene: Scene, hands: Hands, isMeant?: (by: string) => boolean): Promise<Played> => {
  const alone = await quietly(scene);
  const played = await play(scene, hands, isMeant);
  expect(played.states).toEqual(alone.states);
  return played;
};

const named = (scenes: readonly Scene[]) => scenes.map((scene) => [scene.by, scene.name, scene] as const);

test('each unit of work of the sources has its scene, and no scene is of another', () => {
  expect([...new Set(SCENES.map(({ by }) => by))].sort()).toEqual([...writersInSources()].sort());
});

const seen = new Set<string>();

describe.each(named(SCENES))('%s: %s', (by, _, scene) => {
  test('it commits, does what is meant, and repairs nothing', async () => {
    const { writers, done, wanted } = await quietly(scene);
    expect(writers).toContain(by);
    expect(done).toMatchObject(wanted);
    expect(writers.filter((writer) => writer.endsWith(PUT_RIGHT))).toEqual([]);
    for (const writer of writers) seen.add(writer);
  });

  test('staff sort the orders at its commit', async () => {
    const { moments, writers } = await comesToTheSame(scene, SORT_ORDERS);
    expect(moments).toBeGreaterThan(0);
    for (const writer of writers) seen.add(writer.replace(PUT_RIGHT, ''));
  });
});

test('every commit that was seen is of a writer that has its scene', () => {
  expect([...seen].filter((by) => !SCENES.some((scene) => scene.by === by))).toEqual([]);
});
