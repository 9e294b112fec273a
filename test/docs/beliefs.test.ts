import { expect, test } from '@jest/globals';
import { beliefProblems, type Line, type World } from '../beliefs/check';
import { withBeliefs } from '../beliefs/page';
import { BELIEFS } from '../beliefs/register';
import { worldOf } from '../beliefs/world';

/** A small repository in which all is well. */
const WORLD: World = {
  facts: [
    { id: 'G1', sure: 'documented', switches: ['quota'] },
    { id: 'G2', sure: 'believed', switches: ['seen'] },
    { id: 'G3', sure: 'believed', switches: [] },
  ],
  switches: { quota: null, seen: true },
  questions: { isSeen: 'Is it seen?', other: 'Is it otherwise?' },
  scenes: ['an order comes in', 'a status is typed'],
  read: (file) => (file === 'test/quota.test.ts' ? "test('quota used up', () => set({ quota: 0 }))" : null),
};

const reason = 'Nothing that the program does depends on it';

const LINES: readonly Line[] = [
  {
    fact: 'G1',
    switch: 'quota',
    other: [0],
    tests: [{ file: 'test/quota.test.ts', test: 'quota used up' }],
    without: { question: reason },
  },
  { fact: 'G2', switch: 'seen', other: [false], question: 'isSeen', flows: ['an order comes in'], same: 'at once' },
  { fact: 'G3', question: 'other', without: { switch: reason, flows: reason } },
];

/** The register with one line changed; a key that becomes undefined is gone. */
const changed = (at: number, changes: { readonly [Key in keyof Line]?: Line[Key] | undefined }): Line[] =>
  LINES.map((line, index) =>
    index === at
      ? (Object.fromEntries(
          Object.entries({ ...line, ...changes }).filter(([, value]) => value !== undefined),
        ) as unknown as Line)
      : line,
  );

test('a register in which each line has all of its parts has no problems', () => {
  expect(beliefProblems(LINES, WORLD)).toEqual([]);
});

const PLANTED: readonly (readonly [what: string, lines: readonly Line[], problem: RegExp, world?: World])[] = [
  [
    'a line without a switch',
    changed(1, { switch: undefined, flows: undefined, other: undefined }),
    /G2 has no switch, and no sentence in without.switch/,
  ],
  ['a line without a question', changed(1, { question: undefined }), /G2 \(seen\) has no question of the self-test/],
  ['a line without a flow test', changed(1, { flows: undefined, same: undefined }), /G2 \(seen\) has no flow test/],
  [
    'a reason of too few words',
    changed(1, { question: undefined, without: { question: 'not needed' } }),
    /has no question/,
  ],
  [
    'a part and a reason for having none',
    changed(1, { without: { question: reason } }),
    /has question of the self-test and says why it has none/,
  ],
  ['a fact that does not exist', changed(1, { fact: 'G9' }), /G9 \(seen\) is about G9, which docs.* does not have/],
  [
    'a switch that does not exist',
    changed(1, { switch: 'sene' }),
    /names the switch sene, which the local Apps Script does not have/,
  ],
  ['a switch of another fact', changed(1, { fact: 'G3' }), /turns the switch seen, which docs.* does not name there/],
  [
    'a switch that the docs have and the line does not',
    changed(1, { switch: undefined, without: { switch: reason } }),
    /has no switch, but docs.* names seen there/,
  ],
  ['no other position', changed(1, { other: [] }), /says no other position of seen/],
  [
    'the usual position for another',
    changed(1, { other: [true] }),
    /says that seen is otherwise at true, where it begins/,
  ],
  [
    'a question that the self-test does not ask',
    changed(1, { question: 'isSene' }),
    /asks "isSene", which the self-test does not/,
  ],
  [
    'a scene that does not exist',
    changed(1, { flows: ['an order goes out'] }),
    /plays the scene "an order goes out", which/,
  ],
  ['scenes without what they come to', changed(1, { same: undefined }), /does not say what its scenes come to/],
  [
    'a test file that does not exist',
    changed(0, { tests: [{ file: 'test/gone.test.ts', test: 'x' }] }),
    /names test\/gone.test.ts, which does not exist/,
  ],
  [
    'a test that does not exist',
    changed(0, { tests: [{ file: 'test/quota.test.ts', test: 'quota left' }] }),
    /names the test "quota left", which/,
  ],
  [
    'a test that does not turn the switch',
    changed(0, { tests: [{ file: 'test/seen.test.ts', test: 'all is seen' }] }),
    /names test\/seen.test.ts, which does not turn the switch quota/,
    { ...WORLD, read: () => "test('all is seen', () => {})" },
  ],
  [
    'a switch that no line turns',
    LINES,
    /no line turns the switch fresh/,
    { ...WORLD, switches: { ...WORLD.switches, fresh: true } },
  ],
  ['a believed fact without a line', LINES.slice(0, 2), /no line is about G3, which docs.* calls believed/],
  ['two lines for one switch of a fact', [...LINES, ...LINES.slice(1, 2)], /G2 seen has two lines/],
];

test.each(PLANTED)('%s is reported', (_, lines, problem, world = WORLD) => {
  expect(beliefProblems(lines, world).join('\n')).toMatch(problem);
});

test('the register is complete, and the docs show it as it is; a page that differs is noticed', () => {
  const world = worldOf(process.cwd());
  expect(beliefProblems(BELIEFS, world)).toEqual([]);
  expect(withBeliefs(world.page, BELIEFS, world)).toBe(world.page);
  expect(withBeliefs(world.page, BELIEFS.slice(1), world)).not.toBe(world.page);
  expect(() => withBeliefs('no place', BELIEFS, world)).toThrow('no place for the register');
});
