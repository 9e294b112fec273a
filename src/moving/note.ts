/**
 * How far the move is, as the old sheet's tab says:
 * - `open`: it has ended, and the new sheet may take over with the code;
 * - `claimed`: the new sheet takes over, and no other may;
 * - `done`: the new sheet has all of it;
 * - `called off`: the old sheet is about to go on.
 */
export interface MoveNote {
  readonly state: 'open' | 'claimed' | 'done' | 'called off';
  /** The id of the new sheet, once there is one. */
  readonly by: string;
  /** The address of its web app, and the proof that it has said so. */
  readonly to: string;
  readonly proof: string;
  /** What only the code opens; blank when it was used. */
  readonly sealed: string;
}

/** A cell holds 50,000 characters (docs/google.md G11). */
const PIECE = 45_000;
/** Keeps a piece from being read as a formula or a number. */
const MARK = 's:';
/** The line that tells the program where to begin. */
const BELOW = 'For the program. Please leave the lines below as they are.';

const STATES: readonly string[] = ['open', 'claimed', 'done', 'called off'] satisfies readonly MoveNote['state'][];

const piecesOf = (text: string): string[] =>
  text === '' ? [] : [MARK + text.slice(0, PIECE), ...piecesOf(text.slice(PIECE))];

const sentences = ({ state, by }: MoveNote): readonly string[] => {
  const where = by ? `https://docs.google.com/spreadsheets/d/${by}/edit` : '';
  if (state === 'done')
    return ['This business has moved to another sheet. Please work there: nothing that is typed here counts.', where];
  if (state === 'called off') return ['The move was called off. This sheet goes on.', ''];
  return [
    'This sheet has ended: its business is moving to another one. Nothing that is typed here counts, no order is accepted, and nobody is emailed.',
    where,
  ];
};

/** The lines of the tab. */
export const noteLines = (note: MoveNote): readonly string[] => {
  const { sealed, ...standing } = note;
  return [...sentences(note), '', BELOW, JSON.stringify(standing), ...piecesOf(sealed)];
};

/** Reads them; null where nothing of the kind stands there. */
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
