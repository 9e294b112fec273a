import { afterEach, expect, test } from '@jest/globals';
import { BELIEFS } from '../beliefs/register';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { PUT_RIGHT } from './commits';
import { type Played, play, type Staging, sorting } from './play';
import { type Scene, sceneNamed } from './scenes';
import type { State } from './state';

afterEach(closeOffices);

type Positions = Readonly<Record<string, string | number | boolean>>;

/** What each scene comes to as Google is taken to be, with nobody at the sheet. */
const quiet = new Map<string, Played>();

const quietly = async (scene: Scene): Promise<Played> => {
  const alone = quiet.get(scene.name) ?? (await play(scene));
  quiet.set(scene.name, alone);
  return alone;
};

const where = (positions: Positions): Staging => ({
  prepare: ({ office }) => void office.weather({ switches: positions }),
});

/** What the customers and the staff have of it: the state of each order, and who was sent what, once each. */
const outcomeOf = (state: State | undefined) => ({
  orders: state?.orders.map((row) => [row['Order ID'], row.Status, row['Tracking Number']]),
  emails: state?.emails.map((email) => [email.to, email.subject]).sort(),
});

/** Each line of the register, in each other position, in each scene that it names. */
const TURNED = BELIEFS.flatMap(({ switch: name, other = [], flows = [], same = 'at once' }) =>
  other.flatMap((position) => flows.map((flow) => [name ?? '', position, flow, same] as const)),
);

test.each(sampled(TURNED, 36))('%s %s: %s gives the right result (%s)', async (name, position, flow, same) => {
  const scene = sceneNamed(flow);
  const usual = await quietly(scene);
  const played = await play(scene, { ...where({ [name]: position }), sweeps: same === 'works' ? 3 : 1 });
  expect(played.row).toMatchObject(scene.done?.[1] ?? {});
  if (same === 'at once') expect(played.states).toEqual(usual.states);
  else if (same === 'after the sweep') expect(played.states.at(-1)).toEqual(usual.states.at(-1));
  else expect(outcomeOf(played.states.at(-1))).toEqual(outcomeOf(usual.states.at(-1)));
});

/** What matters when someone sorts at the moment of a commit. */
const OTHER_ANSWERS: readonly (readonly [string, Positions])[] = [
  ['a batch answers what stood there before it', { answersAfterBatch: false }],
  ['a copied text of digits becomes a number, unless the cell is formatted as text', { copiesKeepTexts: false }],
  ['what was committed is seen late', { apiWritesSeenLate: true }],
  ['both', { answersAfterBatch: false, copiesKeepTexts: false }],
];

const SORTED = [
  'an order comes in',
  'POST orders/shipping with a tracking number',
  'POST orders/feedback with a low rating',
  'a paste over all statuses',
  'the card takes a tracking number away',
  'rows that were deleted or typed over',
  'a customer with a tracking number',
  'receipts that have waited for the quota',
];

test.each(
  sampled(
    OTHER_ANSWERS.flatMap(([words, switches]) => SORTED.map((name) => [words, name, switches] as const)),
    5,
  ),
)('where %s: %s, sorted at the commit, comes to the same', async (_, name, switches) => {
  const scene = sceneNamed(name);
  const alone = await quietly(scene);
  const undisturbed = await play(scene, where(switches));
  expect(undisturbed.states).toEqual(alone.states);
  const sorted = await play(scene, { ...where(switches), hands: sorting('Orders', 'C') });
  expect(sorted.states).toEqual(alone.states);
  expect(sorted.row).toMatchObject(scene.done?.[1] ?? {});
  if (name.startsWith('POST')) expect(sorted.commits.some(({ by }) => by.endsWith(PUT_RIGHT))).toBe(true);
});
