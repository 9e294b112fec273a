import { afterEach, expect, test } from '@jest/globals';
import type { WorkbookSwitches } from '../../packages/local-apps-script/google/workbook/switches';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { PUT_RIGHT } from './commits';
import { type Played, play, sorting } from './play';
import { sceneNamed } from './scenes';

afterEach(closeOffices);

/** What nobody has seen of Google yet, the other way round than the local Apps Script has it. */
const OTHER_ANSWERS: readonly (readonly [string, Partial<WorkbookSwitches>])[] = [
  ['a batch answers what stood there before it', { answersAfterBatch: false }],
  ['a copied text of digits becomes a number, unless the cell is formatted as text', { copiesKeepTexts: false }],
  ['both', { answersAfterBatch: false, copiesKeepTexts: false }],
];

/** What each scene comes to as Google is taken to be, with nobody at the sheet. */
const quiet = new Map<string, Played>();

const NAMES = [
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
    OTHER_ANSWERS.flatMap(([words, switches]) => NAMES.map((name) => [words, name, switches] as const)),
    2,
  ),
)('where %s: %s, sorted at the commit, comes to the same', async (_, name, switches) => {
  const scene = sceneNamed(name);
  const alone = quiet.get(name) ?? (await play(scene));
  quiet.set(name, alone);
  const staging = {
    prepare: ({ office }: Parameters<NonNullable<typeof scene.prepare>>[0]) =>
      void Object.assign(office.world.switches, switches),
  };
  const undisturbed = await play(scene, staging);
  expect(undisturbed.states).toEqual(alone.states);
  const sorted = await play(scene, { ...staging, hands: sorting('Orders', 'C') });
  expect(sorted.states).toEqual(alone.states);
  expect(sorted.row).toMatchObject(scene.done?.[1] ?? {});
  if (name.startsWith('POST')) expect(sorted.commits.some(({ by }) => by.endsWith(PUT_RIGHT))).toBe(true);
});
