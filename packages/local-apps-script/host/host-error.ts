/** A reason why the host cannot go on, as one sentence for the person who started it. Ends the program with code 1. */
export class HostError extends Error {
  override readonly name = 'HostError';
}

/** The code of a Node system error (`EADDRINUSE`), or '' for anything else. */
export const systemCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
