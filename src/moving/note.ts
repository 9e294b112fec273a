/**
 * How far the move is, as noted in the old sheet's tab:
 * - `open`: the sheet is retired, and a new one that has the code may copy it;
 * - `claimed`: a new sheet is copying it, and no other may;
 * - `done`: the new sheet has everything;
 * - `called off`: the old sheet is about to be in use again.
 */
export interface MoveNote {
  readonly state: 'open' | 'claimed' | 'done' | 'called off';
  /** The id of the new sheet, once there is one. */
  readonly by: string;
  /** The address of its web app, and the proof that the new sheet wrote it. */
  readonly to: string;
  readonly proof: string;
  /** What only the code unlocks; blank once it was used. */
  readonly sealed: string;
}

/** A cell holds 50,000 characters (docs/google.md G11). */
const PIECE = 45_000;
/** Keeps a piece from being read as a formula or a number. */
const MARK = 's:';
/** The line below which the program reads. */
const BELOW = 'For the program. Please leave the lines below as they are.';

const STATES: readonly string[] = ['open', 'claimed', 'done', 'called off'] satisfies readonly MoveNote['state'][];

const piecesOf = (text: string): string[] =>
  text === '' ? [] : [MARK + text.slice(0, PIECE), ...piecesOf(text.slice(PIECE))];

const sentences = ({ state, by }: MoveNote): readonly string[] => {
  const where = by ? `https://docs.google.com/spreadsheets/d/${by}/edit` : '';
  if (state === 'done')
    return ["This business has moved to another sheet. Please work there: changes in this sheet don't count.", where];
  if (state === 'called off') return ['The move was canceled. This sheet is in use again.', ''];
  return [
    "This sheet is retired because its business is moving to another one. It doesn't accept orders or send emails, and changes in it don't count.",
    where,
  ];
};

/** The lines of the tab. */
export const noteLines = (note: MoveNote): readonly string[] => {
  const { sealed, ...standing } = note;
  return [...sentences(note), '', BELOW, JSON.stringify(standing), ...piecesOf(sealed)];
};

/** Reads them; null if the tab holds no such note. */
export const readNote = (lines: readonly string[]): MoveNote | null => {
  const at = lines.indexOf(BELOW);
  if (at < 0) return null;
  try {
    const { state, by, to, proof } = JSON.parse(lines[at + 1] ?? '') as MoveNote;
    if (!STATES.includes(state) || ![by, to, proof].every((text) => typeof text === 'string')) return null;
    const sealed = lines
      .slice(at + 2)
      .filter((line) => line.startsWith(MARK))
      .map((line) => line.slice(MARK.length))
      .join('');
    return { state, by, to, proof, sealed };
  } catch {
    return null;
  }
};
