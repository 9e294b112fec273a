import type { Refusal } from '../../core/refusal';

/**
 * The answer to an unexpected error: the sender may try again, and no internals are revealed.
 * @param reference to find the details in the Activity tab.
 */
export const internalError = (reference: string): Refusal => ({
  ok: false,
  error: 'Something went wrong on our side. Please send this again.',
  code: 'INTERNAL',
  retry: true,
  retryAfterSeconds: 10,
  reference,
});
