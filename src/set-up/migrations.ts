import type { Properties } from '../core/ports';
import { SCHEMA_NEEDS, SCHEMA_VERSION } from '../core/schema';
import type { TabBuilder } from '../core/set-up-ports';

/** A change that a later release needs in sheets that were set up before. It only adds (docs/design.md 3.6). */
export interface Migration {
  /** The version it brings the sheet to: 2, 3, ... */
  readonly version: number;
  /** What it does, as a sentence for staff. */
  readonly what: string;
  readonly run: (tabBuilder: TabBuilder) => void;
  /** Whether older programs must not act on the sheet any more: they answer BUSY and change nothing. */
  readonly isIncompatible?: true;
}

const FIRST_VERSION = 1;

/** What this release brings, in order. Missing columns, tabs and settings need none: every set-up adds them. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * Brings the sheet to this release's version, one step after the other; the version is kept after each, so that a run
 * that was cut short goes on where it stopped. @returns what was done.
 */
export const migrate = (
  properties: Properties,
  tabBuilder: TabBuilder,
  migrations: readonly Migration[] = MIGRATIONS,
): string[] => {
  const before = Number(properties.all()[SCHEMA_VERSION]) || 0;
  if (before === 0) {
    const newest = (some: readonly Migration[]) => some.reduce((most, each) => Math.max(most, each.version), 0);
    const needs = newest(migrations.filter(({ isIncompatible }) => isIncompatible));
    properties.set({
      [SCHEMA_VERSION]: String(Math.max(FIRST_VERSION, newest(migrations))),
      ...(needs > 0 ? { [SCHEMA_NEEDS]: String(needs) } : {}),
    });
    return [];
  }
  return migrations
    .filter(({ version }) => version > before)
    .map(({ version, what, run, isIncompatible }) => {
      // Before the first change: what is half done must not be touched by an older program either.
      if (isIncompatible) properties.set({ [SCHEMA_NEEDS]: String(version) });
      run(tabBuilder);
      properties.set({ [SCHEMA_VERSION]: String(version) });
      return what;
    });
};
