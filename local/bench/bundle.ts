import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext } from 'node:vm';

/** The bundle's size and what a fresh context with it takes. */
export interface BundleFigures {
  readonly kilobytes: number;
  /** Milliseconds, the middle one of several. */
  readonly freshContext: number;
}

const TIMES = 15;
const gasLocal = createRequire(import.meta.url)('gas-local') as { require(folder: string, context: object): unknown };

/** Measures dist/: loading it makes no service call, so an empty context will do. */
export const measureBundle = (folder: string): BundleFigures => {
  const times = Array.from({ length: TIMES }, () => {
    const began = performance.now();
    gasLocal.require(folder, createContext({}));
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return {
    kilobytes: statSync(`${folder}/Code.js`).size / 1000,
    freshContext: times[Math.floor(TIMES / 2)] ?? 0,
  };
};
