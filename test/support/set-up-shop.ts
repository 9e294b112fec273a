import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Office, SavedOffice } from 'local-apps-script';
import { giveAddress } from '../../demo/set-up';
import { openOffice } from './office';

/** Each run has its own (global-setup.cjs): it sets its shops up by the code that it tests. */
const { SHOPS = 'build/shops/none' } = process.env;

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** Whole or not at all: other workers may write the same file now. */
const write = (path: string, text: string): void => {
  mkdirSync(SHOPS, { recursive: true });
  const own = `${path}.${process.pid}`;
  writeFileSync(own, text);
  renameSync(own, path);
};

/** Runs set-up as the operator does, the postal address included. @throws Error when it does not complete. */
export const setUp = async (office: Office): Promise<void> => {
  const { outcome } = await office.call('App.setUp');
  if (outcome.status !== 'completed') throw new Error(`set-up failed: ${JSON.stringify(outcome)}`);
  // Without an event: tests count executions from here on.
  const { switches } = office.world;
  const { editEvents } = switches;
  switches.editEvents = 'lost';
  await giveAddress(office);
  switches.editEvents = editEvents;
};

const texts = new Map<string, string>();

const setUpText = async (now: string): Promise<string> => {
  const path = join(SHOPS, `${now.replace(/\W/g, '')}.json`);
  const known = texts.get(path) ?? read(path);
  if (known !== null) {
    texts.set(path, known);
    return known;
  }
  const office = openOffice({ now });
  await setUp(office);
  const text = JSON.stringify(office.save());
  write(path, text);
  return text;
};

/**
 * Puts the product as set-up leaves it at a moment into an office whose clock is at this moment, in 10 ms and not 200: it is
 * set up once in a run, for all test files. test/set-up/restored-shop.test.ts proves that nobody can tell the difference.
 */
export const restoreSetUp = async (office: Office, now: string): Promise<void> =>
  office.restore(JSON.parse(await setUpText(now)) as SavedOffice);
