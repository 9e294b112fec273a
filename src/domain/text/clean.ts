import { codePoint, plainDashes, plainQuotes, plainSpaces } from './look-alikes';
import { kindOf, LINE_END, UNSEEN, type Unwanted } from './unseen';

/** What was found in a text: removed, corrected, or (`lost`) only noticed. */
export interface Found {
  readonly kind: Unwanted | 'lost' | 'line break';
  /** `U+200B`; once each, in the order in which they were met. */
  readonly characters: readonly string[];
}

/** A text fit for cells, emails and paper. */
export interface Cleaned {
  readonly text: string;
  /** Empty if nothing was removed except spaces around the text. */
  readonly found: readonly Found[];
}

/** How far a text is put right. Without wishes: one line, in NFC, spaces plain, dashes and quotes as they are. */
export interface Wishes {
  /** Keep line breaks, as `\n`; else each becomes a space and is reported. */
  readonly lines?: boolean;
  /** Write every dash as `-`. */
  readonly dashes?: boolean;
  /** Write every quote as `'` or `"`. */
  readonly quotes?: boolean;
  /** Keep characters and spaces as they are composed (an id that must stay what it was). */
  readonly asComposed?: boolean;
}

const REPLACEMENT = '\ufffd';

/**
 * Composed as a keyboard does (NFC, UAX #15), except the Han compatibility characters: they would change shape, and
 * names are written with them.
 */
const composed = (text: string): string =>
  text.replace(/[^\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu, (part) => part.normalize('NFC'));

/**
 * A clean version of a text that was sent: without invisible and control characters, with one kind of line ending,
 * without spaces around it. Joiners stay where a script or an emoji needs them. U+FFFD stays (it shows that something
 * was lost on the way) and is reported; half a character becomes one.
 */
export const cleanText = (sent: string, wishes: Wishes = {}): Cleaned => {
  const found = new Map<Found['kind'], Set<string>>();
  const report = (kind: Found['kind'], character: string) => {
    found.set(kind, (found.get(kind) ?? new Set()).add(codePoint(character)));
  };
  const ended = sent.replace(LINE_END, '\n').trim();
  const inLines = wishes.lines
    ? ended
    : ended.replace(/\n+/g, () => {
        report('line break', '\n');
        return ' ';
      });
  const withoutUnseen = (text: string): string =>
    text.replace(UNSEEN, (character: string, keep?: string) => {
      if (keep !== undefined) return keep;
      const kind = kindOf(character);
      report(kind, character);
      return kind === 'half' ? REPLACEMENT : '';
    });
  if (inLines.includes(REPLACEMENT)) report('lost', REPLACEMENT);
  let spaced = withoutUnseen(inLines);
  if (!wishes.asComposed) {
    // Composing sorts marks, which may leave a joiner after a mark that needs none. That's rare, so the loop usually
    // ends right away.
    for (let before = ''; before !== spaced; ) {
      before = spaced;
      spaced = withoutUnseen(plainSpaces(composed(spaced)));
    }
  }
  const dashed = wishes.dashes ? plainDashes(spaced) : spaced;
  const text = (wishes.quotes ? plainQuotes(dashed) : dashed).trim();
  return { text, found: [...found].map(([kind, characters]) => ({ kind, characters: [...characters] })) };
};

const WORDS: Readonly<Record<Found['kind'], readonly [string, string]>> = {
  half: ['half of a character', 'halves of characters'],
  direction: ['an invisible character that changes text direction', 'invisible characters that change text direction'],
  invisible: ['an invisible character', 'invisible characters'],
  control: ['a control character', 'control characters'],
  lost: ['an unreadable character', 'unreadable characters'],
  'line break': ['a line break', 'line breaks'],
};

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;

/** `an invisible character (U+200B) and a line break`; blank when nothing was found. */
export const foundInWords = (found: readonly Found[]): string =>
  listed(
    found.map(({ kind, characters }) => {
      const name = WORDS[kind][characters.length > 1 ? 1 : 0];
      return kind === 'line break' ? name : `${name} (${characters.join(', ')})`;
    }),
  );
