import type { Refusal } from '../intake/refusal';

/** The answer to what nobody foresaw: the sender may try again, and nothing of our inside is told. */
export const INTERNAL_ERROR: Refusal = {
  ok: false,
  error: 'Something went wrong on our side. Please send this again.',
  code: 'INTERNAL',
  retry: true,
};
