import type { ErrorPlace } from '../google/execution';

/** Stands for the script's folder in a line of a stack, whatever characters are in its name. */
const FOLDER = '\u0001';
/** A file of the folder, a line, mostly a column, and what V8 adds for a text that was evaluated there. */
const OWN = new RegExp(`${FOLDER}(?<file>.+?):(?<line>\\d+)(?::(?<column>\\d+))?\\)?(?:, .*)?$`);
/** The same of a template or of a text that the script evaluated, which have no path. */
const MADE = /(?:^|[( ])(?<file>evaluated\.js|[^/():][^():]*\.html):(?<line>\d+)(?::(?<column>\d+))?\)?$/;

interface Frame extends ErrorPlace {
  readonly shown: string;
}

/** A line of a stack when it is the script's own; null for the local Apps Script's and Node's, and for the message. */
const frameOf = (text: string): Frame | null => {
  const { file, line, column } = (OWN.exec(text) ?? MADE.exec(text))?.groups ?? {};
  if (file === undefined || line === undefined) return null;
  return {
    file,
    line: Number(line),
    column: column === undefined ? null : Number(column),
    // The first line of a SyntaxError's stack is a place alone.
    shown: text.startsWith(' ') ? text.replaceAll(FOLDER, '') : `    at ${file}:${line}`,
  };
};

/**
 * Where an error was thrown, as a reader looks it up: the script's own file, line and column, and the calls that led
 * there without those of the local Apps Script. A SyntaxError names the line that cannot be read. Null when no file of the
 * script had to do with it.
 */
export const placeOf = (stack: string, folder: string): { place: ErrorPlace | null; stack: string } => {
  const own = new RegExp(`(^|[( ])${folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[\\\\/]`, 'g');
  const frames = stack.split('\n').flatMap((line) => frameOf(line.replace(own, `$1${FOLDER}`)) ?? []);
  const [first] = frames;
  if (!first) return { place: null, stack: '' };
  const { shown: _shown, ...place } = first;
  return { place, stack: frames.map(({ shown }) => shown).join('\n') };
};
