import { ServiceError } from '../../service-error';

/** What is wrong with a request of the advanced service, in Google's words, before the method is named. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly code = 400,
    readonly reason?: string,
  ) {
    super(message);
  }
}

/** An error of the Sheets advanced service as a script sees it: not an `Exception`, and with `details.code`. */
export const apiError = (method: string, text: string, code = 400, reason?: string): ServiceError =>
  new ServiceError(`API call to sheets.${method} failed with error: ${text}`, 'GoogleJsonResponseException', {
    code,
    message: text,
    ...(reason ? { errors: [{ reason }] } : {}),
  });

/** Runs a method of the advanced service; what fails inside fails as one of its errors. */
export const asApiCall = <T>(method: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof RequestError) throw apiError(method, error.message, error.code, error.reason);
    if (error instanceof ServiceError && error.name === 'Exception' && !error.message.startsWith('not available')) {
      throw apiError(method, error.message);
    }
    throw error;
  }
};
