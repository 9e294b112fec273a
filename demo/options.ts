import { HostError, type OwnOptions, wholeNumber } from 'local-apps-script/host';

/** How the web app checks who sends a request (docs/design.md 4.2). */
export type AuthMode = 'signature' | 'key' | 'open';

/** The command line's options for this product alone. */
export interface CpsOptions {
  /** How many sample orders to send before the address is printed. */
  readonly sample: number;
  readonly auth: AuthMode;
}

const AUTH_MODES: readonly string[] = ['signature', 'key', 'open'];

/** Whether a text is one of the modes. */
export const isAuthMode = (text: string): text is AuthMode => AUTH_MODES.includes(text);

/** The options of CPS Orders on the command line. */
export const CPS_OPTIONS: OwnOptions<CpsOptions> = {
  sample: {
    value: 'N',
    help: 'add N realistic orders, sent through the web app',
    usual: 0,
    read: (text) => wholeNumber('sample', text, 50_000),
  },
  auth: {
    value: 'MODE',
    help: 'how requests prove who sent them: open (default), key or signature',
    usual: 'open',
    read: (text) => {
      if (!isAuthMode(text)) throw new HostError(`--auth must be signature, key or open, not "${text}".`);
      return text;
    },
  },
};
