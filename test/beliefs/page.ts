import type { Line, World } from './check';

const BEGIN = '<!-- beliefs: written by `node tools/beliefs.mjs --write` -->';
const END = '<!-- end of beliefs -->';

const shown = (value: unknown): string => `\`${String(value)}\``;

const cell = (text: string): string => text.replaceAll('|', '\\|');

const SAME = {
  'at once': 'the same as usual',
  'after the sweep': 'the same after the next sweep',
  works: 'each works, with other words in the log or other times',
};

const flowsCell = ({ flows = [], tests = [], same, without }: Line): string => {
  const scenes =
    flows.length === 0 ? [] : [`${flows.length} ${flows.length === 1 ? 'scene' : 'scenes'}: ${SAME[same ?? 'works']}`];
  const named = [...new Set(tests.map(({ file }) => file))].map((file) => `[${file}](../${file})`);
  return [...scenes, ...named].join('; ') || `None: ${without?.flows}`;
};

/** The rows of the register. */
const table = (lines: readonly Line[], { switches, questions }: World): string =>
  [
    '| Switch: usual, other position | Fact | Settled on a real account by | The product in the other position |',
    '| --- | --- | --- | --- |',
    ...lines.map((line) => {
      const positions = line.switch
        ? `\`${line.switch}\`: ${shown(switches[line.switch])}, ${(line.other ?? []).map(shown).join(' or ')}`
        : `None: ${line.without?.switch}`;
      const asked = line.question ? `Self-test: ${questions[line.question]}` : `Not asked: ${line.without?.question}`;
      return `| ${cell(positions)} | ${line.fact} | ${cell(asked)} | ${cell(flowsCell(line))} |`;
    }),
  ].join('\n');

/** docs/google.md with the register in its place. @throws Error when it has no place for it. */
export const withBeliefs = (page: string, lines: readonly Line[], world: World): string => {
  const [before, rest] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || rest < before) throw new Error(`docs/google.md has no place for the register: ${BEGIN} ... ${END}`);
  return `${page.slice(0, before + BEGIN.length)}\n\n${table(lines, world)}\n\n${page.slice(rest)}`;
};
