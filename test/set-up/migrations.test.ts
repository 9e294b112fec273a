import { expect, test } from '@jest/globals';
import type { Properties } from '../../src/core/ports';
import { isOutdated, SCHEMA } from '../../src/core/schema';
import type { TabBuilder } from '../../src/core/set-up-ports';
import { MIGRATIONS, migrate } from '../../src/set-up/migrations';
import { only } from '../support/only';

const sheetWith = (values: Record<string, string>): Properties => ({
  all: () => values,
  renew: () => false,
  keepCopy: () => {},
  fresh: (name) => values[name] ?? '',
  set: (more) => void Object.assign(values, more),
});

const tabBuilder = only<TabBuilder>({});
const ran: number[] = [];
const step = (version: number) => ({ version, what: `Did step ${version}.`, run: () => void ran.push(version) });
const steps = [step(2), step(3)];

test('a fresh sheet has the newest version and needs no migration', () => {
  const values: Record<string, string> = {};
  expect(migrate(sheetWith(values), tabBuilder, steps)).toEqual([]);
  expect(values.SCHEMA_VERSION).toBe('3');
  expect(ran).toEqual([]);
});

test('an older sheet gets each later step once, in order', () => {
  const values = { SCHEMA_VERSION: '1' };
  expect(migrate(sheetWith(values), tabBuilder, steps)).toEqual(['Did step 2.', 'Did step 3.']);
  expect(migrate(sheetWith(values), tabBuilder, steps)).toEqual([]);
  expect(ran).toEqual([2, 3]);
});

test('a run that was cut short goes on where it stopped', () => {
  const values = { SCHEMA_VERSION: '1' };
  const failing = [
    step(2),
    {
      ...step(3),
      run: () => {
        throw new Error('Service unavailable.');
      },
    },
  ];
  expect(() => migrate(sheetWith(values), tabBuilder, failing)).toThrow('Service unavailable.');
  expect(values.SCHEMA_VERSION).toBe('2');
  expect(migrate(sheetWith(values), tabBuilder, steps)).toEqual(['Did step 3.']);
});

test('a step that older programs would not understand marks the sheet before it begins, on a fresh sheet as on an older one', () => {
  const values: Record<string, string> = { SCHEMA_VERSION: '1' };
  const failing = {
    ...step(2),
    isIncompatible: true as const,
    run: () => {
      throw new Error('Service unavailable.');
    },
  };
  expect(() => migrate(sheetWith(values), tabBuilder, [failing, step(3)])).toThrow();
  expect(values).toEqual({ SCHEMA_VERSION: '1', SCHEMA_NEEDS: '2' });
  const fresh: Record<string, string> = {};
  migrate(sheetWith(fresh), tabBuilder, [{ ...step(2), isIncompatible: true }, step(3)]);
  expect(fresh).toEqual({ SCHEMA_VERSION: '3', SCHEMA_NEEDS: '2' });
  expect([isOutdated(fresh), isOutdated({ SCHEMA_NEEDS: '1' }), isOutdated({})]).toEqual([true, false, false]);
});

test('the program knows the version that its own last migration brings', () => {
  expect(SCHEMA).toBe(MIGRATIONS.reduce((most, { version }) => Math.max(most, version), 1));
});
