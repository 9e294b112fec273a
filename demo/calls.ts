import type { Call } from 'local-apps-script/host';
import { postAsPlatform } from './post-as-platform';

/** The control calls that CPS Orders adds to those of the local Apps Script. */
export const CALLS: Readonly<Record<string, Call>> = {
  'POST /local/order': (office, input) => postAsPlatform(office, input.body),
};
