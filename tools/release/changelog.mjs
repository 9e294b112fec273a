const HEADING = /^## +(.+?) *$/gm;

/**
 * The parts of CHANGELOG.md: what is above the first heading, and each heading with what is below it.
 * @param {string} text
 */
const partsOf = (text) => {
  const headings = [...text.matchAll(HEADING)];
  return {
    before: text.slice(0, headings[0]?.index ?? text.length),
    parts: headings.map(({ index, 0: line, 1: title = '' }, at) => ({
      title,
      body: text.slice(index + line.length, headings[at + 1]?.index ?? text.length).trim(),
    })),
  };
};

const versionIn = (/** @type {string} */ title) => /^(\d+\.\d+\.\d+)\b/.exec(title)?.[1];

/** @param {string} version @param {string} before */
const isNewer = (version, before) => {
  const [a, b] = [version, before].map((each) => each.split('.').map(Number));
  const at = [0, 1, 2].find((place) => a?.[place] !== b?.[place]);
  return at !== undefined && Number(a?.[at]) > Number(b?.[at]);
};

/**
 * CHANGELOG.md with what is under Unreleased under a version, and an Unreleased that is empty.
 * @param {string} text
 * @param {{ version: string, before: string, day: string }} release `before`: the version until now; `day`: as 2026-11-28
 * @returns {string}
 * @throws Error with a sentence when it can't be
 */
export const released = (text, { version, before, day }) => {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`"${version}" is not a version such as 0.3.0`);
  if (!isNewer(version, before)) throw new Error(`${version} is not newer than ${before}`);
  const { before: head, parts } = partsOf(text.replaceAll('\r\n', '\n'));
  const [unreleased, ...older] = parts;
  if (unreleased?.title !== 'Unreleased') throw new Error('CHANGELOG.md must begin with ## Unreleased');
  if (unreleased.body === '') throw new Error('nothing to release: CHANGELOG.md has nothing under Unreleased');
  if (older.some(({ title }) => versionIn(title) === version)) throw new Error(`CHANGELOG.md has ${version} already`);
  const all = [{ title: 'Unreleased', body: '' }, { title: `${version} (${day})`, body: unreleased.body }, ...older];
  return `${head}${all.map(({ title, body }) => `## ${title}\n${body === '' ? '' : `\n${body}\n`}`).join('\n')}`;
};

/**
 * The notes of a version.
 * @param {string} text CHANGELOG.md
 * @param {string} version
 * @returns {string}
 * @throws Error with a sentence when there are none
 */
export const notesOf = (text, version) => {
  const found = partsOf(text.replaceAll('\r\n', '\n')).parts.find(({ title }) => versionIn(title) === version);
  if (!found || found.body === '') throw new Error(`CHANGELOG.md has no notes for ${version}`);
  return found.body;
};

/**
 * package.json or package-lock.json with another version of the project; everything else keeps its place.
 * @param {string} text
 * @param {string} name the project's
 * @param {string} before
 * @param {string} version
 * @returns {string}
 */
export const withVersion = (text, name, before, version) => {
  const own = new RegExp(`("name": "${name}",\\s*"version": ")${before.replaceAll('.', '\\.')}(")`, 'g');
  const changed = text.replace(own, (_, start, end) => start + version + end);
  if (changed === text) throw new Error(`the version ${before} of ${name} wasn't found`);
  return changed;
};
