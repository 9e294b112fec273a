/** The Script Property with the id of the one spreadsheet that acts (docs/design.md 3.5). */
export const LIVE = 'SPREADSHEET_ID';
/** The Script Property with the id of a copy that someone chose as a practice sheet. */
export const PRACTICE = 'PRACTICE_ID';

/** {@link LIVE} of a retired sheet: its business is moving, or has moved, to another. */
export const ENDED = 'ended';
/** {@link LIVE} of the new sheet during the move: nothing acts in it until everything has arrived. */
export const TAKING = 'taking';

/**
 * Who is setting up what: the operator the live sheet, another user the live sheet, anyone a copy of it, or a copy that
 * was made a practice sheet; or, for any user, a sheet that is retired or being moved into.
 */
export type Role = 'operator' | 'staff' | 'copy' | 'practice' | typeof ENDED | typeof TAKING;

/** What determines the role. */
export interface RoleFacts {
  readonly properties: Readonly<Record<string, string>>;
  readonly spreadsheetId: string;
  /** The id that the program wrote into the Ledger; blank in a fresh spreadsheet. */
  readonly mark: string;
  readonly person: string;
  /** The spreadsheet's owner; blank if Google doesn't report it. */
  readonly owner: string;
}

/** The operator is who was that before; in a fresh spreadsheet its owner. */
export const roleOf = ({ properties, spreadsheetId, mark, person, owner }: RoleFacts): Role => {
  if (properties[PRACTICE] === spreadsheetId) return 'practice';
  const live = properties[LIVE] || mark;
  if (live === ENDED || live === TAKING) return live;
  if (live && live !== spreadsheetId) return 'copy';
  const operator = properties[OPERATOR] || owner || person;
  return operator === person ? 'operator' : 'staff';
};

/** The Script Property with the operator's address, written at set-up. */
export const OPERATOR = 'OPERATOR';
