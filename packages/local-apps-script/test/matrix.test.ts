import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from 'local-apps-script/testing';
import {
  asked,
  DIFFERENCES,
  matrixPage,
  OBJECTS,
  type Overload,
  readGoogleTypes,
  SURFACE_SCRIPT,
  surfaceOf,
} from '../matrix';

const TYPES = readGoogleTypes();

const SCRIPT = `${SURFACE_SCRIPT}
function called(expression, lists) {
  return lists.map(([name, args]) => {
    const it = object(expression);
    try { it[name](...args.map((each) => (each === 'function' ? () => 1 : each))); return 'accepted'; } catch (error) { return error.message; }
  });
}
function namesIn(expression) { return Object.keys(eval(expression)); }
function kindOf(expression) { try { return typeof eval(expression); } catch (error) { return error.message; } }`;

const open = () => openOffice({ script: { 'Code.js': SCRIPT }, refusals: 'told' });

let surface: Awaited<ReturnType<typeof surfaceOf>>;

beforeAll(async () => {
  surface = await surfaceOf(open(), TYPES);
});

afterAll(closeOffices);

test('every member of every class that a script can get is built or refused by its class and name, and none is undefined', () => {
  const all = [...surface].flatMap(([name, found]) => found.map((one) => ({ ...one, owner: name })));
  expect(all.length).toBeGreaterThan(1_000);
  expect(all.filter(({ standing }) => standing === 'silent')).toEqual([]);
  const calledHere = { SpreadsheetsCollection: 'Sheets.Spreadsheets', ValuesCollection: 'Sheets.Spreadsheets.Values' };
  const misnamed = all.filter(({ owner, name, standing, said }) => {
    const type = owner.split('.')[1] ?? '';
    const known = calledHere[type as keyof typeof calledHere] ?? type;
    return standing === 'refused' && said !== `not available in the local Apps Script: ${known}.${name}`;
  });
  expect(misnamed).toEqual([]);
});

test('each difference is about something that is built, and says why', () => {
  const built = [...surface].flatMap(([name, found]) =>
    found.filter(({ standing }) => standing === 'built').map((one) => `${name}.${one.name}`),
  );
  expect(Object.keys(DIFFERENCES).filter((name) => !built.includes(name))).toEqual([]);
});

test('nothing that is built gives an object of a class that is not in the matrix', () => {
  const classes = [...TYPES.classes.keys()];
  const given = [...surface].flatMap(([owner, found]) =>
    found
      .filter(({ standing }) => standing === 'built')
      .flatMap(({ name }) => {
        const overloads = TYPES.classes.get(owner)?.members.find((member) => member.name === name)?.overloads ?? [];
        return overloads.map(
          ({ returns }) => [`${owner}.${name}`, returns.replace(/\[\]|\| null|^Base\.(?=Date$)/g, '').trim()] as const,
        );
      }),
  );
  const known = (owner: string, type: string): boolean => {
    const full = type.includes('.') ? type : `${owner.split('.')[0]}.${type}`;
    return !classes.includes(full) || Object.hasOwn(OBJECTS, full) || type === owner.split('.').slice(0, 2).join('.');
  };
  expect(given.filter(([member, type]) => !known(member, type) && !Object.hasOwn(DIFFERENCES, member))).toEqual([]);
});

/** Enums of Google's that belong to a service: `SpreadsheetApp.Direction`. */
const ENUMS = Object.keys(OBJECTS).flatMap((owner) =>
  (TYPES.classes.get(owner)?.members ?? []).flatMap(({ name, type }) => {
    const key = type?.replace(/^typeof /, '') ?? '';
    const full = [key, `${owner.split('.')[0]}.${key}`].find((each) => TYPES.enums.has(each));
    return full && /^(?!.*\.(getUi|newChart))/.test(OBJECTS[owner] ?? '')
      ? [[`${OBJECTS[owner]}.${name}`, full] as const]
      : [];
  }),
);

test('an enum is refused by name, or has every name that Google gives it', async () => {
  expect(ENUMS.length).toBeGreaterThan(30);
  const office = open();
  const lacking: unknown[] = [];
  for (const [expression, full] of ENUMS) {
    const kind = await asked(office, 'kindOf', expression);
    if (String(kind).startsWith('not available in the local Apps Script: ')) continue;
    const names = (await asked(office, 'namesIn', expression)) as string[];
    const missing = (TYPES.enums.get(full) ?? []).filter((name) => !names.includes(name));
    if (missing.length > 0) lacking.push([expression, missing]);
  }
  expect(lacking).toEqual([]);
});

const most = (overloads: readonly Overload[]): number =>
  Math.max(...overloads.map(({ parameters }) => parameters.length));
const least = (overloads: readonly Overload[]): number =>
  Math.min(...overloads.map(({ parameters }) => parameters.filter(({ optional }) => !optional).length));

/** Google's own refusals of arguments. */
const REFUSED = /don't match the method signature for|^Invalid number of arguments provided\. Expected/;

/** Methods of a class that are built and take arguments, none of them any number. */
const withArguments = (owner: string): readonly (readonly [string, readonly Overload[]])[] =>
  (TYPES.classes.get(owner)?.members ?? []).flatMap(({ name, overloads }) => {
    const isBuilt = surface.get(owner)?.some((found) => found.name === name && found.standing === 'built');
    const isCounted = overloads.length > 0 && most(overloads) > 0;
    return isBuilt && isCounted && !overloads.some(({ parameters }) => parameters.some(({ rest }) => rest))
      ? [[name, overloads] as const]
      : [];
  });

test('a method refuses more arguments than Google takes, and fewer, in Google’s words', async () => {
  const wrong: string[] = [];
  let count = 0;
  for (const [owner, expression] of Object.entries(OBJECTS)) {
    const office = open();
    office.world.fetch = () => ({ status: 200, headers: {}, body: '' });
    const lists = withArguments(owner).flatMap(([name, overloads]) => [
      [name, Array(most(overloads) + 1).fill(1)],
      ...(least(overloads) > 0 ? [[name, Array(least(overloads) - 1).fill(1)]] : []),
    ]);
    for (let answer = 0; answer <= lists.length; answer++) office.willAnswer('OK', 'x');
    const answers = (await asked(office, 'called', expression, lists as never)) as string[];
    count += answers.length;
    answers.forEach((answer, at) => {
      if (!REFUSED.test(answer)) wrong.push(`${owner}.${lists[at]?.[0]}(${String(lists[at]?.[1])}): ${answer}`);
    });
  }
  expect(count).toBeGreaterThan(400);
  expect(wrong).toEqual([]);
});

test('a method refuses a function where Google takes a text, a number, a yes or no, or an object of its own', async () => {
  const wrong: string[] = [];
  let count = 0;
  for (const [owner, expression] of Object.entries(OBJECTS)) {
    const office = open();
    office.world.fetch = () => ({ status: 200, headers: {}, body: '' });
    const lists = withArguments(owner)
      .filter(
        ([, overloads]) =>
          !overloads.some(({ parameters }) =>
            parameters.some(({ type }) => /any|object|Function|Schema|\{/i.test(type)),
          ),
      )
      .map(([name, overloads]) => [name, Array(Math.max(1, least(overloads))).fill('function')]);
    for (let answer = 0; answer <= lists.length; answer++) office.willAnswer('OK', 'x');
    const answers = (await asked(office, 'called', expression, lists as never)) as string[];
    count += answers.length;
    answers.forEach((answer, at) => {
      if (!REFUSED.test(answer)) wrong.push(`${owner}.${lists[at]?.[0]}: ${answer}`);
    });
  }
  expect(count).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});

test('the page of the matrix is up to date', () => {
  const page = join(process.cwd(), 'docs/local-services.md');
  expect(readFileSync(page, 'utf8')).toBe(matrixPage(TYPES, surface));
});
