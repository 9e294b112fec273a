import { HostError } from './host-error';

/** How the web app checks who posts (design.md 4). */
export type AuthMode = 'signature' | 'key' | 'open';

/** What the command line asks for (design.md 6). */
export interface Options {
  /** 0 = any free port. */
  readonly port: number;
  readonly data: string;
  readonly fresh: boolean;
  /** How many sample orders to post before the address is printed. */
  readonly sample: number;
  readonly auth: AuthMode;
  /** A folder to run instead of the product's bundle; null = the bundle. */
  readonly script: string | null;
  readonly help: boolean;
}

type Setting = Partial<Options>;

const wholeNumber = (name: string, text: string, most: number): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) > most) {
    throw new HostError(`--${name} must be a whole number from 0 to ${most}, not "${text}".`);
  }
  return Number(text);
};

const AUTH_MODES: readonly string[] = ['signature', 'key', 'open'];

const WITH_VALUE: Readonly<Record<string, (text: string) => Setting>> = {
  port: (text) => ({ port: wholeNumber('port', text, 65_535) }),
  data: (text) => ({ data: text }),
  sample: (text) => ({ sample: wholeNumber('sample', text, 50_000) }),
  script: (text) => ({ script: text }),
  auth: (text) => {
    if (!AUTH_MODES.includes(text)) throw new HostError(`--auth must be signature, key or open, not "${text}".`);
    return { auth: text as AuthMode };
  },
};

const SWITCHES: Readonly<Record<string, Setting>> = { fresh: { fresh: true }, help: { help: true } };

/** The text of `--help`. */
export const HELP = `Runs CPS Orders on this machine, in a local Apps Script. No Google account, no network.

  npm start -- [options]

  --port N       port of the page and the web app (default 8787; 0 = any free one, printed)
  --data DIR     where everything is kept (default .data)
  --fresh        begin again: forget what the data folder holds
  --sample N     fill it with N realistic orders, posted through the web app
  --auth MODE    who may post: open (default), key or signature
  --script DIR   run the Apps Script files of this folder instead of the product
  --help         show this
`;

/**
 * Reads the command line; an option's value may follow it or be joined by `=`.
 * @throws HostError naming the option, when it is unknown, its value is missing or cannot be used.
 */
export const parseOptions = (args: readonly string[]): Options => {
  let options: Options = {
    port: 8787,
    data: '.data',
    fresh: false,
    sample: 0,
    auth: 'open',
    script: null,
    help: false,
  };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name, joined] = /^--([a-z]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const read = name && Object.hasOwn(WITH_VALUE, name) ? WITH_VALUE[name] : undefined;
    if (read) {
      const text = joined ?? rest.shift();
      if (!text || (joined === undefined && text.startsWith('--')))
        throw new HostError(`--${name} needs a value; see --help.`);
      options = { ...options, ...read(text) };
    } else if (name && joined === undefined && Object.hasOwn(SWITCHES, name)) {
      options = { ...options, ...SWITCHES[name] };
    } else {
      throw new HostError(`There is no option "${arg}"; see --help.`);
    }
  }
  return options;
};
