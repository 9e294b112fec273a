import { statSync } from 'node:fs';
import { createContext } from 'node:vm';
import gasLocal from 'gas-local';

/** The bundle's size and what a fresh context with it takes. */
export interface BundleFigures {
  readonly kilobytes: number;
  /** Milliseconds, the middle one of several. */
  readonly freshContext: number;
}

const TIMES = 15;

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
