import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A parameter as Google's types declare it. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly rest: boolean;
}

/** One way to call a method. */
export interface Overload {
  readonly parameters: readonly Parameter[];
  readonly returns: string;
}

/** A method with its overloads, or a field (an enum, a collection), which has none. */
export interface Member {
  readonly name: string;
  readonly overloads: readonly Overload[];
  /** Of a field: its type. */
  readonly type: string | null;
}

/** An interface of Google's types, with the members of those that it extends. */
export interface GoogleClass {
  /** `Spreadsheet.Range` */
  readonly name: string;
  readonly members: readonly Member[];
}

/** What `@types/google-apps-script` declares of some namespaces. */
export interface GoogleTypes {
  readonly classes: ReadonlyMap<string, GoogleClass>;
  /** The names of each enum's values. */
  readonly enums: ReadonlyMap<string, readonly string[]>;
}

/** The files of the types, by the namespace that each declares. */
const FILES: Readonly<Record<string, string>> = {
  Base: 'google-apps-script.base.d.ts',
  Cache: 'google-apps-script.cache.d.ts',
  Charts: 'google-apps-script.charts.d.ts',
  Content: 'google-apps-script.content.d.ts',
  Drive: 'google-apps-script.drive.d.ts',
  HTML: 'google-apps-script.html.d.ts',
  Lock: 'google-apps-script.lock.d.ts',
  Mail: 'google-apps-script.mail.d.ts',
  Properties: 'google-apps-script.properties.d.ts',
  Script: 'google-apps-script.script.d.ts',
  Sheets: 'apis/sheets_v4.d.ts',
  Spreadsheet: 'google-apps-script.spreadsheet.d.ts',
  URL_Fetch: 'google-apps-script.url-fetch.d.ts',
  Utilities: 'google-apps-script.utilities.d.ts',
};

const HEAD = /^( *)(?:declare )?(interface|enum) (\w+)(?: extends ([\w., ]+))? \{$/;

/** Splits at commas that are in no brackets. */
const split = (text: string): string[] => {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if ('([{<'.includes(letter)) depth += 1;
    if (')]}>'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
};

const parameterOf = (text: string): Parameter => {
  const [, rest, name = '', optional, type = ''] = /^(\.\.\.)?(\w+)(\?)?: (.*)$/s.exec(text) ?? [];
  return { name, type, optional: optional !== undefined, rest: rest !== undefined };
};

interface Declared {
  readonly name: string;
  readonly overload: Overload | null;
  readonly type: string | null;
}

/** `getRange(a1Notation: string): Range;` or `Button: typeof Button;` */
const declaredBy = (statement: string): Declared | null => {
  const method = /^(\w+)\((.*)\): ([^;]+);$/s.exec(statement);
  if (method) {
    const [, name = '', parameters = '', returns = ''] = method;
    return { name, overload: { parameters: split(parameters).map(parameterOf), returns }, type: null };
  }
  const field = /^(\w+)\??: ([^;]+);$/s.exec(statement);
  return field ? { name: field[1] ?? '', overload: null, type: field[2] ?? '' } : null;
};

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^ *\/\/.*$/gm, '');

/** The statements of a body, each on one line. */
const statementsOf = (lines: readonly string[]): string[] =>
  lines
    .map((line) => line.trim())
    .join(' ')
    .split(/(?<=;)/)
    .map((statement) => statement.trim().replace(/\( /g, '(').replace(/,? \)/g, ')'))
    .filter((statement) => statement !== '');

interface Read {
  readonly parents: readonly string[];
  readonly declared: readonly Declared[];
}

const readFile = (namespace: string, text: string, types: Map<string, Read>, enums: Map<string, string[]>): void => {
  const lines = withoutComments(text).split('\n');
  lines.forEach((line, at) => {
    const [, indent = '', kind, name = '', parents = ''] = HEAD.exec(line) ?? [];
    if (kind === undefined) return;
    const end = lines.indexOf(`${indent}}`, at);
    const body = lines.slice(at + 1, end);
    const key = `${namespace}.${name}`;
    if (kind === 'enum') {
      enums.set(
        key,
        body.flatMap((one) => one.trim().replace(/,$/, '') || []),
      );
      return;
    }
    const declared = statementsOf(body).flatMap((statement) => declaredBy(statement) ?? []);
    const before = types.get(key)?.declared ?? [];
    types.set(key, {
      parents: parents.split(',').flatMap((one) => one.trim() || []),
      declared: [...before, ...declared],
    });
  });
};

const membersOf = (key: string, types: ReadonlyMap<string, Read>): Declared[] => {
  const read = types.get(key);
  if (!read) return [];
  const [namespace = ''] = key.split('.');
  const inherited = read.parents.flatMap((parent) =>
    membersOf(parent.includes('.') ? parent : `${namespace}.${parent}`, types),
  );
  const own = new Set(read.declared.map(({ name }) => name));
  return [...read.declared, ...inherited.filter(({ name }) => !own.has(name))];
};

const grouped = (declared: readonly Declared[]): Member[] =>
  [...new Set(declared.map(({ name }) => name))].map((name) => {
    const same = declared.filter((one) => one.name === name);
    return { name, overloads: same.flatMap(({ overload }) => overload ?? []), type: same[0]?.type ?? null };
  });

/** Reads what Google's types declare of the services that a script in a sheet may call. */
export const readGoogleTypes = (): GoogleTypes => {
  const folder = dirname(
    createRequire(join(process.cwd(), 'package.json')).resolve('@types/google-apps-script/package.json'),
  );
  const types = new Map<string, Read>();
  const enums = new Map<string, string[]>();
  for (const [namespace, file] of Object.entries(FILES))
    readFile(namespace, readFileSync(join(folder, file), 'utf8'), types, enums);
  const classes = [...types.keys()].map((name) => [name, { name, members: grouped(membersOf(name, types)) }] as const);
  return { classes: new Map(classes), enums };
};
