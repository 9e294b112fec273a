/** The newest version of a set-up sheet that this program knows: that of its last migration, 1 while it has none. */
export const SCHEMA = 1;

/** The Script Property with the version that the sheet has. */
export const SCHEMA_VERSION = 'SCHEMA_VERSION';
/** The Script Property with the oldest version that a program must know to act on the sheet; missing: any may. */
export const SCHEMA_NEEDS = 'SCHEMA_NEEDS';

/**
 * Whether a newer program has set the sheet up in a way that this one does not understand, so that it must change
 * nothing (docs/design.md 3.6): the deployed web app and the newest code may be different versions for a while.
 */
export const isOutdated = (properties: Readonly<Record<string, string>>): boolean =>
  (Number(properties[SCHEMA_NEEDS]) || 0) > SCHEMA;

/** Said wherever an outdated program is asked to act. */
export const OUTDATED =
  'This sheet was set up by a newer version of CPS Orders, so this older version won’t change anything. Reload the sheet, or update the web app’s deployment.';
