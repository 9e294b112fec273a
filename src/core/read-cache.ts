import type { Cache, Crypto } from './ports';

const GENERATION = 'generation';
const GENERATION_SECONDS = 21_600;
const READ_SECONDS = 30;
/** Below the 100 KB of a cache value (docs/google.md G12), with room for characters of several bytes. */
const PIECE = 30_000;

/**
 * Every read before this is forgotten: called after each commit and each edit of the Orders tab (docs/design.md 3.8).
 */
export const newGeneration = (cache: Cache, crypto: Crypto): void =>
  cache.put(GENERATION, crypto.uuid(), GENERATION_SECONDS);

/** A value as it was made, and whether it may be kept. */
export interface Made {
  readonly text: string;
  readonly keep: boolean;
}

/**
 * A read through the 30-second cache. The generation is read before the value is made, so a value made while something
 * changed is stored under an outdated generation.
 */
export const cachedRead = (cache: Cache, crypto: Crypto, name: string, make: () => Made): string => {
  let generation = cache.get(GENERATION);
  if (generation === null) {
    generation = crypto.uuid();
    cache.put(GENERATION, generation, GENERATION_SECONDS);
  }
  const key = `${generation}:${crypto.sha256(name)}`;
  const kept = readPieces(cache, key);
  if (kept !== null) return kept;
  const { text, keep } = make();
  if (keep) writePieces(cache, key, text, crypto.uuid());
  return text;
};

/**
 * A value starts with its number of pieces and its writer's mark; a long one continues under `key:mark:1`, ... so that
 * two executions writing at the same time never mix their pieces.
 */
const readPieces = (cache: Cache, key: string): string | null => {
  const first = cache.get(key);
  if (first === null) return null;
  const [count = '', mark = ''] = first.split('|', 2);
  const pieces = [first.slice(count.length + mark.length + 2)];
  for (let piece = 1; piece < Number(count); piece++) {
    const next = cache.get(`${key}:${mark}:${piece}`);
    if (next === null) return null;
    pieces.push(next);
  }
  return pieces.join('');
};

const MOST_PIECES = 20;

const writePieces = (cache: Cache, key: string, value: string, mark: string): void => {
  const count = Math.max(1, Math.ceil(value.length / PIECE));
  if (count > MOST_PIECES) return;
  for (let piece = count - 1; piece > 0; piece--) {
    cache.put(`${key}:${mark}:${piece}`, value.slice(piece * PIECE, (piece + 1) * PIECE), READ_SECONDS);
  }
  cache.put(key, `${count}|${mark}|${value.slice(0, PIECE)}`, READ_SECONDS);
};
