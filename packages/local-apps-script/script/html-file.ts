import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

interface Known {
  /** Epoch milliseconds. */
  readonly changed: number;
  readonly text: string;
}

/** The texts that were read, by path: a script opens the same few files on every execution. */
const texts = new Map<string, Known>();

const textOf = (path: string): string => {
  const changed = statSync(path).mtimeMs;
  const known = texts.get(path);
  if (known?.changed === changed) return known.text;
  const text = readFileSync(path, 'utf8');
  texts.set(path, { changed, text });
  return text;
};

/**
 * The text of a script's HTML file; null when its folder has none of that name.
 * @param name as HtmlService takes it: from the script's folder, with or without `.html`, large and small letters told apart
 */
export const htmlFile = (folder: string, name: string): string | null => {
  const wanted = `${name.replace(/\.html$/, '')}.html`;
  const path = join(folder, wanted);
  // A name that leaves the folder, or takes another way through it, names no file of the script.
  if (relative(folder, path).replaceAll('\\', '/') !== wanted || wanted.startsWith('..')) return null;
  const beside = dirname(path);
  const entries = existsSync(beside) ? readdirSync(beside, { withFileTypes: true }) : [];
  return entries.some((entry) => entry.isFile() && join(beside, entry.name) === path) ? textOf(path) : null;
};
