import type { Json } from '../../google/operations';
import { base64Decode, base64Encode, decode, digest, encode, hmac } from './bytes';
import { formatDate } from './format-date';
import { formatString } from './format-string';

// biome-ignore lint/suspicious/noExplicitAny: each takes the JSON that its prelude method sends; there is no other caller.
const helpers: Readonly<Record<string, (...args: any[]) => Json>> = {
  'Utilities.base64Decode': base64Decode,
  'Utilities.base64Encode': base64Encode,
  'Utilities.decode': decode,
  'Utilities.digest': digest,
  'Utilities.digestText': (text: string, algorithm: string, charset: string) => digest(algorithm, { text, charset }),
  'Utilities.encode': encode,
  'Utilities.formatDate': formatDate,
  'Utilities.formatString': formatString,
  'Utilities.hmac': hmac,
};

/** Runs a helper that the script's side needs and that never reaches Google. @throws Error for bad arguments. */
export const besideTheScript = (name: string, args: readonly Json[]): Json => {
  const helper = helpers[name];
  if (!helper) throw new Error(`not available in the local Apps Script: ${name}`);
  return helper(...args);
};
