import { HostError, type OwnOptions, wholeNumber } from 'local-apps-script/host';

/** How the web app checks who posts (docs/design.md 4.2). */
export type AuthMode = 'signature' | 'key' | 'open';

/** What the command line asks for beyond what it asks of every script. */
export interface CpsOptions {
  /** How many sample orders to post before the address is printed. */
  readonly sample: number;
  readonly auth: AuthMode;
}

const AUTH_MODES: readonly string[] = ['signature', 'key', 'open'];

/** Whether a text names a way to check who posts. */
export const isAuthMode = (text: string): text is AuthMode => AUTH_MODES.includes(text);

/** The options of CPS Orders on the command line. */
export const CPS_OPTIONS: OwnOptions<CpsOptions> = {
  sample: {
    value: 'N',
    help: 'fill it with N realistic orders, posted through the web app',
    usual: 0,
    read: (text) => wholeNumber('sample', text, 50_000),
  },
  auth: {
    value: 'MODE',
    help: 'who may post: open (default), key or signature',
    usual: 'open',
    read: (text) => {
      if (!isAuthMode(text)) throw new HostError(`--auth must be signature, key or open, not "${text}".`);
      return text;
    },
  },
};
