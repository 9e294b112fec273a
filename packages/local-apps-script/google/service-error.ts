/**
 * An error as a Google service throws it: `name` is `Exception`, the message has no prefix
 * (platform-facts 5). The advanced service uses another name and carries `details`.
 */
export class ServiceError extends Error {
  constructor(
    message: string,
    override readonly name = 'Exception',
    readonly details?: { code: number; message: string },
  ) {
    super(message);
  }
}

/** Refuses what the local services do not have, with the words of design.md 6. */
export const notAvailable = (what: string): ServiceError =>
  new ServiceError(`not available in the local Apps Script: ${what}`);
