import type { Shop } from '../support/shop';
import { byHand, openBusyShop } from './busy-shop';
import { BATCH_UPDATE, type Commit, watchCommits } from './commits';
import type { Scene } from './scenes';
import { rowOf, type State, stateOf } from './state';

const MINUTE = 60_000;

/** What staff do at the moment at which a commit is about to land; `nth` counts those moments, from 0. */
export type Hands = (shop: Shop, nth: number) => unknown;

/** Sorts a tab by a column, the other way round at each further moment. */
export const sorting =
  (sheet: string, column: string, most = 1): Hands =>
  (shop, nth) => {
    if (nth < most) byHand(shop, { sheet, action: 'sort', column, ascending: nth % 2 === 1 });
  };

/** How a scene is played. */
export interface Staging {
  readonly hands?: Hands;
  /** At which commits the hands are at work; at the writer's own unless told. */
  readonly at?: (by: string) => boolean;
  /** The execution is killed right after this call of `batchUpdate`, from 1. */
  readonly killedAfter?: number;
  /** Sweeps that follow, five minutes each. */
  readonly sweeps?: number;
  /** Another program. */
  readonly script?: string;
  /** Called with the shop before anything happens in it. */
  readonly prepare?: (shop: Shop) => unknown;
}

/** What a play has come to. */
export interface Played {
  /** Right after the scene, and after the sweeps. */
  readonly states: readonly State[];
  /** The commits, in turn. */
  readonly commits: readonly Commit[];
  /** How often the hands were at work. */
  readonly moments: number;
  /** The row of the order that the scene is about. */
  readonly row: ReturnType<typeof rowOf>;
}

/** Plays a scene in a busy shop of its own. @throws Error when the scene does not work, unless it is killed. */
export const play = async (scene: Scene, staging: Staging = {}): Promise<Played> => {
  const { hands = () => {}, at = (by) => by === scene.by, killedAfter, sweeps = 1, script, prepare } = staging;
  const shop = await openBusyShop(script);
  await prepare?.(shop);
  await scene.prepare?.(shop);
  let moments = 0;
  const { commits, stop } = watchCommits(shop.office, (by) => {
    if (at(by)) hands(shop, moments++);
  });
  if (killedAfter) shop.office.addFault({ service: BATCH_UPDATE, nth: killedAfter, kind: 'kill-after' });
  try {
    await scene.act(shop);
  } catch (error) {
    if (!killedAfter) throw error;
  }
  shop.office.clearFaults();
  const states = [stateOf(shop)];
  for (let sweep = 0; sweep < sweeps; sweep++) await shop.office.advance(5 * MINUTE);
  stop();
  states.push(stateOf(shop));
  return { states, commits, moments, row: rowOf(shop, scene.done?.[0] ?? '') };
};
