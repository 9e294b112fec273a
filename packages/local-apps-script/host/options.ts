import { HostError } from './host-error';

/** The options on the command line. */
export interface Options {
  /** 0 = any free port. */
  readonly port: number;
  readonly data: string;
  readonly fresh: boolean;
  /** Whether the host stops when a script uses something that isn't available. */
  readonly strict: boolean;
  /** A folder to run instead of the project's own script; null = its own. */
  readonly script: string | null;
  readonly help: boolean;
}

/** An option with a value that a project adds to the command line. */
export interface OwnOption<Value> {
  /** The placeholder for the value in `--help`: `N`. */
  readonly value: string;
  /** What it does, for `--help`. */
  readonly help: string;
  /** Its value by default. */
  readonly usual: Value;
  /** Reads what was typed. @throws HostError in one sentence that names the option. */
  read(text: string): Value;
}

/** The options that a project adds, by name. */
export type OwnOptions<Own extends object> = { readonly [Name in keyof Own]: OwnOption<Own[Name]> };

/** Reads the number of an option. @throws HostError naming it, for anything but a whole number from 0 to `most`. */
export const wholeNumber = (name: string, text: string, most: number): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) > most) {
    throw new HostError(`--${name} must be a whole number from 0 to ${most}, not "${text}".`);
  }
  return Number(text);
};

const WITH_VALUE: Readonly<Record<string, (text: string) => Partial<Options>>> = {
  port: (text) => ({ port: wholeNumber('port', text, 65_535) }),
  data: (text) => ({ data: text }),
  script: (text) => ({ script: text }),
};

const SWITCHES: Readonly<Record<string, Partial<Options>>> = {
  fresh: { fresh: true },
  strict: { strict: true },
  help: { help: true },
};

const NAME_WIDTH = 14;

/** The text of `--help`, for a program of this name with the options that it adds. */
export const helpOf = (program: string, own: OwnOptions<Record<string, unknown>>, hasScript: boolean): string => {
  const line = (name: string, help: string): string => `  ${`--${name}`.padEnd(NAME_WIDTH)} ${help}\n`;
  const what = hasScript
    ? `${program} on this machine, in a local Apps Script`
    : 'an Apps Script project on this machine';
  return `Runs ${what}. No Google account, no network.

  npm start -- [options]

${[
  line('port N', 'port of the page and the web app (default 8787; 0 = any free one, printed)'),
  line('data DIR', 'where everything is stored (default .data)'),
  line('fresh', 'start over and erase the data folder'),
  line('strict', "stop when the script uses something the local Apps Script doesn't have"),
  ...Object.entries(own).map(([name, { value, help }]) => line(`${name} ${value}`, help)),
  line('script DIR', `run the Apps Script files of this folder${hasScript ? ' instead of the product' : ''}`),
  line('help', 'show this'),
].join('')}`;
};

/**
 * Reads the command line; an option's value may follow it or be joined by `=`.
 * @throws HostError naming the option, when it is unknown, its value is missing or cannot be used.
 */
export const parseOptions = <Own extends object>(args: readonly string[], own: OwnOptions<Own>): Options & Own => {
  const added: OwnOptions<Record<string, unknown>> = own;
  const usual = Object.fromEntries(Object.entries(added).map(([name, option]) => [name, option.usual]));
  let options = {
    port: 8787,
    data: '.data',
    fresh: false,
    strict: false,
    ...usual,
    script: null,
    help: false,
  } as Options & Own;
  const readerOf = (name: string): ((text: string) => object) | undefined => {
    if (Object.hasOwn(WITH_VALUE, name)) return WITH_VALUE[name];
    const option = Object.hasOwn(added, name) ? added[name] : undefined;
    return option && ((text) => ({ [name]: option.read(text) }));
  };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name, joined] = /^--([a-z]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const read = name === undefined ? undefined : readerOf(name);
    if (read) {
      const text = joined ?? rest.shift();
      if (!text || (joined === undefined && text.startsWith('--')))
        throw new HostError(`--${name} needs a value. See --help.`);
      options = { ...options, ...read(text) };
    } else if (name && joined === undefined && Object.hasOwn(SWITCHES, name)) {
      options = { ...options, ...SWITCHES[name] };
    } else {
      throw new HostError(`There is no option "${arg}". See --help.`);
    }
  }
  return options;
};
