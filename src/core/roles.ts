/** The Script Property with the id of the one spreadsheet that acts (docs/design.md 3.5). */
export const LIVE = 'SPREADSHEET_ID';
/** The Script Property with the id of a copy that somebody chose to practise in. */
export const PRACTICE = 'PRACTICE_ID';

/**
 * Who is setting up what: the operator the live sheet, another person the live sheet, anybody a copy of it, or a copy
 * that has been made a practice sheet.
 */
export type Role = 'operator' | 'staff' | 'copy' | 'practice';

/** What tells the roles apart. */
export interface RoleFacts {
  readonly properties: Readonly<Record<string, string>>;
  readonly spreadsheetId: string;
  /** The id that the program wrote into the Ledger; blank in a fresh spreadsheet. */
  readonly mark: string;
  readonly person: string;
  /** Who owns the spreadsheet; blank when Google does not tell. */
  readonly owner: string;
}

/** The operator is who was that before; in a fresh spreadsheet its owner. */
export const roleOf = ({ properties, spreadsheetId, mark, person, owner }: RoleFacts): Role => {
  if (properties[PRACTICE] === spreadsheetId) return 'practice';
  const live = properties[LIVE] || mark;
  if (live && live !== spreadsheetId) return 'copy';
  const operator = properties[OPERATOR] || owner || person;
  return operator === person ? 'operator' : 'staff';
};

/** The Script Property that holds the operator's own address, written at set-up. */
export const OPERATOR = 'OPERATOR';
