import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { cleanUp, closeOffices, newFolder, openOffice } from 'local-apps-script/testing';
import { placeOf } from '../../office/error-place';
import { toldOf } from '../../office/told';

afterEach(closeOffices);

const THROWS = `// line 1
function inner() {
  return nothing.at.all;
}
function main() { return inner(); }
function doGet() { return inner(); }
`;

test.each([
  ['direct', 'compiled'],
  ['direct', 'gas-local'],
  ['workers', 'compiled'],
] as const)('%s, %s: an error names the file, the line and the calls of the script', async (transport, loader) => {
  const office = openOffice({ script: { 'lib/Deep.js': THROWS }, transport, loader });
  const { record } = await office.call('main');
  expect(record.place).toEqual({ file: 'lib/Deep.js', line: 3, column: expect.any(Number) });
  expect(record.stack.split('\n')).toEqual([
    expect.stringMatching(/^ +at inner \(lib\/Deep\.js:3:\d+\)$/),
    expect.stringMatching(/^ +at main \(lib\/Deep\.js:5:\d+\)$/),
  ]);
  expect(toldOf(record).join('\n')).toMatch(
    /ReferenceError: nothing is not defined \(lib\/Deep\.js, line 3\)\n +at inner/,
  );
  const answer = await office.request({ method: 'GET' });
  expect(answer.body).toContain('ReferenceError: nothing is not defined (line 3, file "lib/Deep")');
  expect(office.executions()).toMatchObject({
    executions: [
      { place: { file: 'lib/Deep.js', line: 3 }, stack: record.stack },
      { place: { file: 'lib/Deep.js', line: 3 } },
    ],
  });
});

/** What isn't JavaScript, and the line at which it shows. */
const UNREADABLE: readonly (readonly [text: string, line: number])[] = [
  ['function main() {\n  return 1;\n', 3],
  ['const a = 1;\nconst a = 2;\nfunction main() {}', 2],
  ['function main() {\n  return 1 +;\n}', 2],
  ['function main() {}\nreturn 5;\n}', 2],
  ['function main() { await 1; }', 1],
];

test.each(['compiled', 'gas-local'] as const)(
  '%s: a file that isn’t JavaScript is named with its line',
  async (loader) => {
    for (const [text, line] of UNREADABLE) {
      const office = openOffice({ script: { 'Fine.js': 'var fine = 1;', 'Wrong.js': text }, loader });
      const { record } = await office.call('main');
      expect(record).toMatchObject({ status: 'failed', place: { file: 'Wrong.js', line } });
      expect(record.error).toContain('SyntaxError');
      expect((await office.request({ method: 'GET' })).body).toContain(`(line ${line}, file "Wrong")`);
    }
  },
);

test('folders and files may be called anything', async () => {
  const folder = join(newFolder(), 'my (first) project + $1', 'dist');
  mkdirSync(join(folder, 'a b'), { recursive: true });
  for (const name of ['Code (1).js', 'a b/Über: alles.js', 'x.html.js']) {
    writeFileSync(join(folder, name), '\nfunction main() { return nothing; }');
    const office = openOffice({ script: folder });
    const { record } = await office.call('main');
    expect(record).toMatchObject({ place: { file: name, line: 2 } });
    expect(record.stack).toMatch(/^ +at main \(.*:2:\d+\)$/);
    rmSync(join(folder, name));
  }
  await cleanUp();
});

test('files of others are not the script’s, though they lie in a folder of the same name', () => {
  const stack =
    'Error: x\n    at f (/home/node_modules/jest/dist/index.js:1:2)\n    at main (dist/Code.js:7:1)\n    at node:vm:1:1';
  expect(placeOf(stack, 'dist')).toEqual({
    place: { file: 'Code.js', line: 7, column: 1 },
    stack: '    at main (Code.js:7:1)',
  });
  expect(placeOf('Error: at home (10:30)\n    at node:internal/vm:1:1', 'dist')).toEqual({ place: null, stack: '' });
});

test('an error of a service has the place of the call', async () => {
  const office = openOffice({ script: { 'Code.js': 'function main() {\n  DriveApp.getFileById("none");\n}' } });
  const { record } = await office.call('main');
  expect(record.place).toMatchObject({ file: 'Code.js', line: 2 });
});

test('a text that is evaluated, and an error thrown while the files are loaded, have a place', async () => {
  const office = openOffice({ script: { 'Code.js': 'function main() {\n  eval("throw new Error(1)");\n}' } });
  expect((await office.call('main')).record.place).toMatchObject({ file: 'Code.js', line: 2 });
  const loading = openOffice({ script: { 'Code.js': '\n\nnull.x;\nfunction main() {}' } });
  expect((await loading.call('main')).record.place).toMatchObject({ file: 'Code.js', line: 3 });
});

test('what is thrown without being an error has no place, and a run that went well has none', async () => {
  const office = openOffice({ script: { 'Code.js': 'function main() { throw "words"; }\nfunction fine() {}' } });
  expect((await office.call('main')).record).toMatchObject({ error: 'Error: words', place: null, stack: '' });
  expect((await office.call('fine')).record).toMatchObject({ error: null, place: null, stack: '', refusals: [] });
});
