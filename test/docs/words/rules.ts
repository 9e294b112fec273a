import { readFileSync } from 'node:fs';

/** What docs/words.md says people should not read, ready to be looked for. */
export interface Rule {
  /** As the page has it: `told of`. */
  readonly name: string;
  readonly pattern: RegExp;
}

/** Phrases of docs/words.md that are wrong only in some places, and where. */
const NARROWER: Readonly<Record<string, RegExp>> = {
  // USPS's products, Google's service and its mailboxes are called what they are called.
  mail: /(?<!priority |first-class |class |domestic |certified |by or |google )\bmail\b(?! manual|app\b|box|ing|er\b|-| or )/i,
  // "There is no order" and "no longer" are how everyone says it.
  'is no': /(?<!\bthere )\bis no (?!longer|more\b|less|later|fewer|different|better)[a-z]/i,
  'are no': /(?<!\bthere )\bare no (?!longer|more\b|less|later|fewer|different|better)[a-z]/i,
  stand: /\bstand\b(?!-| in\b| for\b| alone| out\b| still\b)/i,
  stands: /\bstands\b(?! in for| for\b| out\b| still\b)/i,
  'is told': /\b(?:is|are|was|were|be|been|being) told\b(?! apart)/i,
  // The method POST is called so.
  'a post':
    /\b(?:[Aa]n?|[Ee]ach|[Ee]very|[Tt]his|[Tt]hat|[Nn]o|first|second|refused|signed|real|same|next|one) post\b(?! office)/,
  posts: /\b(?:of|the|two|more|refused|many|all|few|some|parallel|signed|\d+) posts\b/i,
  // "Reported at once", all together, is fine.
  'at once': /\b(?:force|effect|leaves?|left|sent|goes|go|works?|seen|shown|emailed|answers?|answered|it) at once\b/i,
  faults: /(?<!injected |planted |of )\bfaults\b/i,
  blanks: /\bblanks\b(?! out)/i,
  cancelled: /(?<!`|'|"|> |, |\/)\bcancelled\b(?![`'"])/i,
  'a look': /\ba (?:close |second )?look\b/i,
  'taken over': /\b(?:taken|took|take) over\b/i,
  'takes over': /\btakes over\b/i,
  'taken in': /\b(?:taken|took) in\b(?! \d)/i,
};

const PLURALS =
  'addresses|answers|backups|batches|calls|cells|changes|columns|copies|customers|days|emails|envelopes|errors|events|' +
  'files|hours|items|labels|lines|minutes|months|orders|pages|photos|points|prints|ratings|requests|rows|seconds|' +
  'settings|sheets|slips|stars|steps|tabs|weeks|years';
const SINGULARS = PLURALS.replace('addresses', 'address')
  .replace('batches', 'batch')
  .replace('copies', 'copy')
  .replace(/s(?=\||$)/g, '')
  .replace('addres|', 'address|');

/** Counts that don't agree with their noun. */
const AGREEMENT: readonly Rule[] = [
  {
    name: '1 and a plural',
    pattern: new RegExp(
      `(?<![\\d.,:/$-]|(?:page|row|column|line|step|part|section|version|number) )\\b1 (?:${PLURALS})\\b`,
      'i',
    ),
  },
  {
    name: 'many and a singular',
    pattern: new RegExp(
      `(?<![\\d.,:/$-]|(?:page|row|column|line|step|part|section|version|number) )\\b(?:[2-9]|[1-9]\\d+) (?:${SINGULARS})(?=[.,;:!?)]|$| (?:is|are|was|were|has|have|and|or|in|of|on|to|from)\\b)`,
      'i',
    ),
  },
  // `count` and `numberText` of src/domain/text/for-people.ts know 1 and 1,000.
  { name: 'a number and a plural', pattern: new RegExp(`… (?:${PLURALS})\\b`) },
  { name: '(s)', pattern: /[a-z]\((?:e?s|ies)\)/i },
];

const wholeWords = (phrase: string): RegExp =>
  new RegExp(`(?<![\\w-])${phrase.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')}(?![\\w-])`, 'i');

const AVOIDED = ['## Words to avoid', '## American spelling'];

/** The phrases of the page's lists of what not to write. @throws Error when a list is missing or empty. */
const phrasesOf = (page: string): string[] =>
  AVOIDED.flatMap((heading) => {
    const [, section = ''] = page.split(`${heading}\n`);
    const [list = ''] = section.split('\n## ');
    const phrases = [...list.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, phrase = '']) => phrase),
    );
    if (phrases.length === 0) throw new Error(`docs/words.md has no list under "${heading}"`);
    return phrases;
  });

/** Every rule, from docs/words.md and about counts. @throws Error when a narrower pattern is for a phrase that the page lacks. */
export const rulesOf = (page = readFileSync('docs/words.md', 'utf8').replaceAll('\r\n', '\n')): readonly Rule[] => {
  const phrases = phrasesOf(page);
  const lost = Object.keys(NARROWER).filter((phrase) => !phrases.includes(phrase));
  if (lost.length > 0) throw new Error(`docs/words.md doesn't list ${lost.join(', ')}`);
  return [...phrases.map((name) => ({ name, pattern: NARROWER[name] ?? wholeWords(name) })), ...AGREEMENT];
};
