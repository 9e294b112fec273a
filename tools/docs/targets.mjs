/**
 * What a comment may cite, by page: the sections of docs/design.md and docs/google.md (`3`, `3.2`), and the ids of the
 * facts in the latter (`G12`).
 * @typedef {{ readonly design: ReadonlySet<string>, readonly google: ReadonlySet<string> }} Targets
 */

/** The numbers of the sections of a page: `## 3. Title` and `### 3.2 Title`. @param {string} page @returns {string[]} */
const sectionsOf = (page) => [...page.matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)].map(([, number = '']) => number);

/**
 * A fact about Google: a row of a table in docs/google.md.
 * @typedef {{ id: string, fact: string, sure: string, source: string, switches: string[] }} Fact
 */

const SURE = ['documented', 'observed', 'believed'];

/**
 * Reads the facts of docs/google.md, and tells what is wrong with their rows.
 * @param {string} page
 * @returns {{ facts: Fact[], problems: string[] }}
 */
export const readFacts = (page) => {
  /** @type {Fact[]} */
  const facts = [];
  /** @type {string[]} */
  const problems = [];
  for (const [row, id = ''] of page.matchAll(/^\| *(G\d+) *\|.*$/gm)) {
    const cells = row
      .slice(1, row.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim());
    const [, fact = '', sure = '', source = '', switched = ''] = cells;
    if (cells.length !== 5 || cells.includes(''))
      problems.push(`docs/google.md: ${id} needs an id, a fact, how sure it is, a source and a switch (or -)`);
    else if (!SURE.includes(sure)) problems.push(`docs/google.md: ${id} is "${sure}", not ${SURE.join(', ')}`);
    if (facts.some((known) => known.id === id)) problems.push(`docs/google.md: ${id} is listed twice`);
    facts.push({ id, fact, sure, source, switches: [...switched.matchAll(/`(\w+)`/g)].map(([, name = '']) => name) });
  }
  return { facts, problems };
};

/**
 * @param {{ readonly design: string, readonly google: string }} pages the texts of the two pages
 * @returns {Targets}
 */
export const targetsOf = ({ design, google }) => ({
  design: new Set(sectionsOf(design)),
  google: new Set([...sectionsOf(google), ...readFacts(google).facts.map(({ id }) => id)]),
});

/** Sections that a page numbers twice. @param {string} name @param {string} page @returns {string[]} */
export const doubledSections = (name, page) => {
  const numbers = sectionsOf(page);
  return [...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))].map(
    (number) => `docs/${name}.md: there are two sections ${number}`,
  );
};
