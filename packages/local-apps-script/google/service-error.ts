import { refusalText } from './refusal';

/**
 * An error as a Google service throws it: `name` is `Exception`, the message has no prefix
 * (docs/google.md G99). The advanced service uses another name and carries `details`.
 */
export class ServiceError extends Error {
  constructor(
    message: string,
    override readonly name = 'Exception',
    readonly details?: { code: number; message: string; errors?: readonly { reason: string }[] },
  ) {
    super(message);
  }
}

/** Refuses what the local services do not have, with the words of docs/design.md 6.1. */
export const notAvailable = (what: string): ServiceError => new ServiceError(refusalText(what));
