import { foldText } from '../../src/domain/find-text';
import type { Shop } from '../support/shop';

/** A text that the local Google holds, and where. */
interface HeldText {
  readonly place: string;
  readonly text: string;
}

/** Google's own, which the dialog names: the version history (undo) and emails that have left. */
const GOOGLES = new Set(['undo', 'mailbox', 'selections', 'triggers', 'clock']);

const textsIn = (value: unknown, place: string, found: HeldText[]): void => {
  if (typeof value === 'string' || typeof value === 'number') found.push({ place, text: `${value}` });
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) {
      if (GOOGLES.has(key)) continue;
      if (!/^\d+$/.test(key)) found.push({ place: `${place}.${key} (its name)`, text: key });
      textsIn(part, `${place}.${key}`, found);
    }
};

/**
 * Every text that the local Google holds: cells, notes, dropdowns and names of every spreadsheet, properties of every store,
 * the cache as far as it is alive, files in Drive, and the log of each execution. Files in the trash are left out.
 */
const heldTexts = ({ office }: Shop): HeldText[] => {
  const { world, executions } = office.save();
  const found: HeldText[] = [];
  const trashed = new Set(world.drive.items.filter((item) => item.trashed).map(({ id }) => id));
  for (const file of world.workbooks.files)
    if (!trashed.has(file.id)) textsIn(file, `spreadsheet ${file.meta.name}`, found);
  for (const item of world.drive.items) if (!item.trashed) textsIn(item, `file ${item.name}`, found);
  textsIn(world.properties, 'properties', found);
  const now = office.world.clock.now();
  for (const [store, items] of office.world.cache.toJSON())
    for (const [key, { value, expires }] of items)
      if (expires > now) textsIn({ [key]: value }, `cache ${store}`, found);
  for (const { log, error } of executions.records) textsIn({ log, error }, 'execution log', found);
  return found;
};

/** A word as a whole, whatever its accents; short ones as they are written. */
const finds = (word: string): ((text: string) => boolean) => {
  const digits = word.replace(/\D/g, '');
  if (/^[\d\s().+-]+$/.test(word) && digits.length >= 7)
    return (text) => text.replace(/[\s().+/-]/g, '').includes(digits);
  const isShort = word.length < 4;
  const key = isShort ? word : foldText(word);
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');
  return (text) => whole.test(isShort ? text : foldText(text));
};

/** Where any of these words is held. */
export const placesOf = (shop: Shop, words: readonly string[]): string[] => {
  const tests = words.map((word) => [word, finds(word)] as const);
  return heldTexts(shop).flatMap(({ place, text }) =>
    tests.filter(([, test]) => test(text)).map(([word]) => `${word} in ${place}: ${text.slice(0, 120)}`),
  );
};
