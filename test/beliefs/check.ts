/** A line of the register: one thing that the product relies on at Google, and what holds it to the test. */
export interface Line {
  /** Its id in docs/google.md, where the belief, how sure it is and the evidence are. */
  readonly fact: string;
  /** The switch of the local Apps Script that turns it around. */
  readonly switch?: string;
  /** The switch's other positions. */
  readonly other?: readonly (string | number | boolean)[];
  /** The key of the self-test question that settles it on a real account. */
  readonly question?: string;
  /** Scenes of the product (test/ledger/scenes.ts) that test/ledger/beliefs.test.ts plays in the other positions. */
  readonly flows?: readonly string[];
  /** What the scenes come to there: the same as usual, the same after the next sweep, or something else that is right, too. */
  readonly same?: 'at once' | 'after the sweep' | 'works';
  /** Tests of the product that say more about the other positions. */
  readonly tests?: readonly { readonly file: string; readonly test: string }[];
  /** Why one of these is not there, a sentence each. */
  readonly without?: { readonly [Part in 'switch' | 'question' | 'flows']?: string };
}

/** What the register is held against. */
export interface World {
  /** Those of docs/google.md. */
  readonly facts: readonly { readonly id: string; readonly sure: string; readonly switches: readonly string[] }[];
  /** Those of the local Apps Script, with the positions that they begin with. */
  readonly switches: Readonly<Record<string, unknown>>;
  /** The questions of the self-test, by key. */
  readonly questions: Readonly<Record<string, string>>;
  /** The names of the product's scenes. */
  readonly scenes: readonly string[];
  /** A test file's text; null when it does not exist. */
  read(file: string): string | null;
}

const LEAST_WORDS = 5;

const isReason = (text: string | undefined): boolean => (text ?? '').split(/\s+/).length >= LEAST_WORDS;

/** One of the parts that a line must have, or a sentence that says why it has none. */
const missing = (line: Line, part: 'switch' | 'question' | 'flows', isThere: boolean, what: string): string[] => {
  const why = line.without?.[part];
  if (isThere && why !== undefined) return [`has ${what} and says why it has none`];
  if (isThere) return [];
  return why !== undefined && isReason(why) ? [] : [`has no ${what}, and no sentence in without.${part} that says why`];
};

const switchProblems = (line: Line, { switches, facts }: World): string[] => {
  const { switch: name, other = [] } = line;
  const named = facts.find(({ id }) => id === line.fact)?.switches ?? [];
  if (name === undefined)
    return named.length === 0 ? [] : [`has no switch, but docs/google.md names ${named.join(' and ')} there`];
  if (!Object.hasOwn(switches, name)) return [`names the switch ${name}, which the local Apps Script does not have`];
  return [
    ...(named.includes(name) ? [] : [`turns the switch ${name}, which docs/google.md does not name there`]),
    ...(other.length > 0 ? [] : [`says no other position of ${name}`]),
    ...other
      .filter((position) => position === switches[name])
      .map((position) => `says that ${name} is otherwise at ${position}, where it begins`),
  ];
};

const testProblems = ({ flows = [], tests = [], same, switch: name }: Line, { scenes, read }: World): string[] => [
  ...flows
    .filter((flow) => !scenes.includes(flow))
    .map((flow) => `plays the scene "${flow}", which test/ledger/scenes.ts does not have`),
  ...(flows.length > 0 && same === undefined ? ['does not say what its scenes come to (same)'] : []),
  ...(flows.length > 0 && name === undefined ? ['plays scenes, and has no switch to turn'] : []),
  ...tests.flatMap(({ file, test }) => {
    const text = read(file);
    if (text === null) return [`names ${file}, which does not exist`];
    if (!text.includes(test)) return [`names the test "${test}", which ${file} does not have`];
    return name === undefined || text.includes(name) ? [] : [`names ${file}, which does not turn the switch ${name}`];
  }),
];

/** What is wrong with the register, a sentence each. */
export const beliefProblems = (lines: readonly Line[], world: World): string[] => {
  const perLine = lines.flatMap((line) => {
    const { fact, question, flows = [], tests = [] } = line;
    const known = world.facts.find(({ id }) => id === fact);
    return [
      ...(known ? [] : [`is about ${fact}, which docs/google.md does not have`]),
      ...missing(line, 'switch', line.switch !== undefined, 'switch'),
      ...missing(line, 'question', question !== undefined, 'question of the self-test'),
      ...missing(line, 'flows', flows.length + tests.length > 0, 'flow test'),
      ...(question === undefined || Object.hasOwn(world.questions, question)
        ? []
        : [`asks "${question}", which the self-test does not`]),
      ...switchProblems(line, world),
      ...testProblems(line, world),
    ].map((problem) => `the register of beliefs: ${fact}${line.switch ? ` (${line.switch})` : ''} ${problem}`);
  });
  const turned = lines.flatMap((line) => line.switch ?? []);
  const told = new Set(lines.map(({ fact }) => fact));
  return [
    ...perLine,
    ...Object.keys(world.switches)
      .filter((name) => !turned.includes(name))
      .map((name) => `the register of beliefs: no line turns the switch ${name}`),
    ...world.facts
      .filter(({ id, sure }) => sure === 'believed' && !told.has(id))
      .map(({ id }) => `the register of beliefs: no line is about ${id}, which docs/google.md calls believed`),
    ...lines
      .map(({ fact, switch: name }) => `${fact} ${name}`)
      .filter((key, at, all) => all.indexOf(key) !== at)
      .map((key) => `the register of beliefs: ${key} has two lines`),
  ];
};
