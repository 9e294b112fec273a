/** White space, and where a comment goes on in the next line. */
const GAP = String.raw`(?:[ \t]|\r?\n[ \t]*(?:\*(?!/)|//)?[ \t]*)+`;
/** What looks like the number of a section or the id of a fact: a letter at most, a digit, and what hangs on to it. */
const TARGET = String.raw`[A-Za-z]?\d+(?:\.\d+)*`;
/** `docs/google.md G1, G2 and G3`: a page and what is cited of it. In a page, a link stands for its name. */
const CITED = new RegExp(
  String.raw`\b(design|google)\.md\)?(#\S*)?(?:${GAP}(${TARGET}(?:(?:,|${GAP}(?:and|or|to))${GAP}${TARGET})*))?`,
  'g',
);
/** Documents that are not in the repository, and never were. */
const ELSEWHERE = /\bplatform[-]facts\b|\bgoogle[-]review\b/g;
/** The two pages without their folder: in code that is the name of a document that is not here either. */
const BARE = /(?<!docs\/|[\w-])(?:design|google)[.]md/g;

const lineOf = (/** @type {string} */ text, /** @type {number} */ index) => text.slice(0, index).split('\n').length;

/**
 * What is wrong with the references of a file: a section or fact that does not exist, or a document that is not in the
 * repository.
 * @param {string} path for the sentences
 * @param {string} text
 * @param {import('./targets.mjs').Targets} targets
 * @param {{ readonly isPage?: boolean }} [kind] a page of the docs may name its neighbors without their folder
 * @returns {string[]} a sentence each
 */
export const referenceProblems = (path, text, targets, { isPage = false } = {}) => {
  /** @type {string[]} */
  const problems = [];
  const tell = (/** @type {number} */ index, /** @type {string} */ what) =>
    problems.push(`${path}:${lineOf(text, index)}: ${what}`);
  for (const match of text.matchAll(CITED)) {
    const [, page = '', anchor, list = ''] = match;
    const known = page === 'design' ? targets.design : targets.google;
    if (anchor) tell(match.index, `cites docs/${page}.md${anchor}: cite a number, such as docs/${page}.md 3`);
    for (const [target] of list.matchAll(new RegExp(TARGET, 'g')))
      if (!known.has(target)) tell(match.index, `cites docs/${page}.md ${target}, which does not exist`);
  }
  for (const gone of isPage ? [ELSEWHERE] : [ELSEWHERE, BARE])
    for (const match of text.matchAll(gone))
      tell(match.index, `names ${match[0]}, which isn't in the repository. Cite docs/design.md or docs/google.md`);
  return problems;
};

/**
 * Ids of facts that a page names without citing docs/google.md (`(G12)`), and that do not exist.
 * @param {string} path for the sentences
 * @param {string} text
 * @param {import('./targets.mjs').Targets} targets
 * @returns {string[]} a sentence each
 */
export const idProblems = (path, text, { google }) =>
  [...text.matchAll(/\bG\d+\b/g)]
    .filter(([id]) => !google.has(id))
    .map((match) => `${path}:${lineOf(text, match.index)}: there is no ${match[0]} in docs/google.md`);
