import type { Json } from '../google/operations';
import { ServiceError } from '../google/service-error';

/** A service call as it leaves the script. */
export interface CallRequest {
  readonly name: string;
  readonly args: readonly Json[];
}

/** The JSON that answers a call with a result. */
export const resultReply = (result: Json | undefined): string => `{"result":${JSON.stringify(result ?? null)}}`;

/** The JSON that answers a call with an error. */
export const errorReply = (error: unknown): string => {
  const { name, message } = error as Error;
  const details = error instanceof ServiceError ? error.details : undefined;
  return JSON.stringify({ error: { name, message, ...(details ? { details } : {}) } });
};
