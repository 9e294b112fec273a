/** The codes of a failed answer (docs/design.md 4.7). */
export type RefusalCode =
  | 'INVALID_JSON'
  | 'PAYLOAD_TOO_LARGE'
  | 'VALIDATION_FAILED'
  | 'PRICE_MISMATCH'
  | 'SIGNATURE_MISSING'
  | 'SIGNATURE_INVALID'
  | 'SIGNATURE_EXPIRED'
  | 'ORDER_CONFLICT'
  | 'NOT_FOUND'
  | 'TRANSITION_NOT_ALLOWED'
  | 'UNKNOWN_ROUTE'
  | 'BUSY'
  | 'INTERNAL';

/** One error in a request: the field as the sender named it, and a sentence. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** A failed answer: nothing was stored as an order, nothing was emailed to a customer. */
export interface Refusal {
  readonly ok: false;
  readonly error: string;
  readonly code: RefusalCode;
  readonly details?: readonly FieldProblem[];
  readonly retry?: true;
  readonly retryAfterSeconds?: number;
  /** Of an INTERNAL error: the Activity tab shows it too. */
  readonly reference?: string;
}

export const refusal = (code: RefusalCode, error: string, details?: readonly FieldProblem[]): Refusal => ({
  ok: false,
  error,
  code,
  ...(details && details.length > 0 ? { details } : {}),
});

/** Refused for now: the same request, with the same id, may be sent again. */
export const busy = (error: string, retryAfterSeconds: number): Refusal => ({
  ok: false,
  error,
  code: 'BUSY',
  retry: true,
  retryAfterSeconds,
});
