import type { Refusal } from '../../core/refusal';

/**
 * The answer to what nobody foresaw: the sender may try again, and nothing of our inside is told.
 * @param reference under which the Activity tab says more.
 */
export const internalError = (reference: string): Refusal => ({
  ok: false,
  error: 'Something went wrong on our side. Please send this again.',
  code: 'INTERNAL',
  retry: true,
  retryAfterSeconds: 10,
  reference,
});
