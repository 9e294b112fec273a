import { afterEach, describe, expect, test } from '@jest/globals';
import { sampled, times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { byHand } from './busy-shop';
import { PUT_RIGHT, writersInSources } from './commits';
import { type Hands, type Played, play, type Staging, sorting } from './play';
import { SCENES, type Scene, sceneNamed } from './scenes';

afterEach(closeOffices);

const SORT_ORDERS = sorting('Orders', 'C');

const quiet = new Map<Scene, Played>();

/** What a scene comes to with nobody at the sheet. */
const quietly = async (scene: Scene): Promise<Played> => {
  const known = quiet.get(scene) ?? (await play(scene));
  quiet.set(scene, known);
  return known;
};

/** Plays a scene with hands at work: every row, email, note and log line is as without them, then and a sweep later. */
const comesToTheSame = async (scene: Scene, hands: Hands, more: Staging = {}): Promise<Played> => {
  const alone = await quietly(scene);
  const played = await play(scene, { ...more, hands });
  expect(played.moments).toBeGreaterThan(0);
  expect(played.states).toEqual(alone.states);
  return played;
};

/** How many scenes had something to repair when the orders were sorted. */
let putRight = 0;

const hasPutRight = ({ commits }: Played): boolean => commits.some(({ by }) => by.endsWith(PUT_RIGHT));

/** The writers of all commits of the file. */
const seen = new Set<string>();

const see = ({ commits }: Played): void => {
  for (const { by } of commits) seen.add(by.replace(PUT_RIGHT, ''));
};

const named = (scenes: readonly Scene[]) => scenes.map((scene) => [scene.by, scene.name, scene] as const);

test('each unit of work of the sources has its scene, and no scene is of another', () => {
  expect([...new Set(SCENES.map(({ by }) => by))].sort()).toEqual([...writersInSources()].sort());
});

/** Scenes whose orders are sorted once more while the first sorting is put right: every fourth, all in the campaign. */
const SORTED_TWICE = sampled(SCENES, 4, 3);

/** All scenes in the campaign; else one of each writer. */
const PLAYED = SCENES.filter(({ by }, index) => times(0, 1) || SCENES.findIndex((other) => other.by === by) === index);

describe.each(named(PLAYED))('%s: %s', (by, _, scene) => {
  test('it commits under the lock, does what is meant, and has nothing to repair', async () => {
    const alone = await quietly(scene);
    expect(alone.commits.map((commit) => commit.by)).toContain(by);
    expect(alone.commits.filter(({ isLocked }) => !isLocked)).toEqual([]);
    expect(alone.row).toMatchObject(scene.done?.[1] ?? {});
    expect(hasPutRight(alone)).toBe(false);
    see(alone);
  });

  test('staff sort the orders at its commit, and again while that is repaired', async () => {
    const once = await comesToTheSame(scene, SORT_ORDERS);
    see(once);
    if (!hasPutRight(once)) return;
    putRight += 1;
    if (SORTED_TWICE.includes(scene))
      see(await comesToTheSame(scene, sorting('Orders', 'C', 2), { at: (writer) => writer.startsWith(by) }));
  });
});

test.each(
  named(
    sampled(
      [
        'an order comes in',
        'POST orders/shipping with a tracking number',
        'the customer’s feedback form',
        'a status is typed that is not allowed',
        'statuses that no event told of',
        'ids that were sorted alone',
        'the menu marks several orders',
        'the card’s tracking field',
        'rows that were deleted',
        'rows from before the program',
        'rows that were deleted or typed over',
        'a customer with a tracking number',
      ].map(sceneNamed),
      4,
    ),
  ),
)('%s: %s, while staff insert a column, move one, insert a row', async (_by, _name, scene) => {
  await comesToTheSame(scene, (shop) => byHand(shop, { sheet: 'Orders', action: 'insertColumn', column: 'C' }));
  await comesToTheSame(scene, (shop) =>
    byHand(shop, { sheet: 'Orders', action: 'moveColumn', column: 'S', before: 'A' }),
  );
  await comesToTheSame(scene, (shop, nth) => nth > 0 || byHand(shop, { sheet: 'Orders', action: 'insert', row: 2 }));
});

/** Each tab's writers side by side: a sample has all tabs. */
const OTHER_TABS = [
  ['receipts that have waited for the quota', 'Outbox', 'E'],
  ['emails are held', 'Outbox', 'E'],
  ['a customer does not want to be asked', 'Outbox', 'E'],
  ['a customer whose email waits', 'Outbox', 'E'],
  ['test mode begins', 'Settings', 'A'],
  ['settings', 'Settings', 'A'],
  ['a copy becomes the live sheet', 'Settings', 'A'],
  ['a price', 'Price List', 'A'],
  ['an event', 'Events', 'A'],
] as const;

test.each(OTHER_TABS.filter(([, tab], index) => times(0, 1) || OTHER_TABS[index - 1]?.[1] !== tab))(
  '%s, while staff sort the tab %s',
  async (name, sheet, column) => {
    expect(hasPutRight(await comesToTheSame(sceneNamed(name), sorting(sheet, column)))).toBe(true);
  },
);

test('most writers write to rows that were sorted away under them', () => {
  expect(putRight).toBeGreaterThan(times(10, 20));
});

test('every commit that was seen is of a writer that has its scene', () => {
  expect([...seen].filter((by) => !SCENES.some((scene) => scene.by === by))).toEqual([]);
});
