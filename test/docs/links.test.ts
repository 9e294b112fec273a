import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { filesIn, pagesOf } from './pages';

const PAGES = pagesOf();
const textOf = (path: string) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

/** A page without what is in blocks of code. */
const prose = (path: string) => textOf(path).replace(/^( *)```[\s\S]*?^\1```/gm, '');

/** Where the links and pictures of a page lead: `docs/api.md`, `docs/api.md#errors`. */
const targetsIn = (page: string): string[] =>
  [...prose(page).matchAll(/\]\(<?([^)<>\s]+)>?(?: "[^"]*")?\)/g)].map(([, target = '']) => target);

const isOutside = (target: string) => /^[a-z]+:/.test(target);

const resolved = (page: string, target: string): [path: string, anchor: string] => {
  const [path = '', anchor = ''] = target.split('#');
  return [path === '' ? page : join(dirname(page), decodeURIComponent(path)).replaceAll('\\', '/'), anchor];
};

/** The anchors of a page as GitHub makes them of its headings. */
const anchorsIn = (page: string): string[] =>
  [...prose(page).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

test('every link and picture of every page leads to a file, and to a heading that is in it', () => {
  let looked = 0;
  const broken = PAGES.flatMap((page) =>
    targetsIn(page)
      .filter((target) => !isOutside(target))
      .flatMap((target) => {
        looked += 1;
        const [path, anchor] = resolved(page, target);
        if (!existsSync(path)) return [`${page}: ${target} is not there`];
        if (anchor && !anchorsIn(path).includes(anchor)) return [`${page}: ${path} has no heading #${anchor}`];
        return [];
      }),
  );
  expect(broken).toEqual([]);
  expect(looked).toBeGreaterThan(150);
});

test('links to other places are https addresses', () => {
  const odd = PAGES.flatMap((page) =>
    targetsIn(page)
      .filter((target) => isOutside(target) && !(target.startsWith('https://') && URL.canParse(target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(odd).toEqual([]);
});

test('every page can be reached from the README', () => {
  const seen = new Set(['README.md']);
  for (const page of seen)
    for (const target of targetsIn(page).filter((each) => !isOutside(each))) {
      const [path] = resolved(page, target);
      if (path.endsWith('.md')) seen.add(path);
    }
  // GitHub shows it to whoever makes a pull request.
  const elsewhere = ['.github/pull_request_template.md'];
  expect(PAGES.filter((page) => !seen.has(page) && !elsewhere.includes(page))).toEqual([]);
});

/** Files that only a build or a run makes. */
const MADE = /^(build|dist|coverage)\//;

const FILE =
  /(?<![\w./-])((?:docs|src|test|tools|demo|packages|examples|\.github|\.ci)\/[\w./-]+\.(?:md|tsx?|mjs|cjs|json|sh|css|html|yml|png|svg))\b/g;

/** The comments of a source. */
const commentsIn = (path: string): string =>
  textOf(path)
    .split('\n')
    .filter((line) => /^\s*(\/\/|\/?\*|#|<!--)/.test(line))
    .join('\n');

test('every file that a comment or a page names is there', () => {
  const sources = filesIn().filter((path) => /\.([mc]?[jt]sx?|css|html|ya?ml|sh)$/.test(path));
  expect(sources.length).toBeGreaterThan(800);
  // Below a package its own files are named from its folder.
  const isThere = (from: string, name: string) =>
    existsSync(name) || MADE.test(name) || existsSync(join(/^packages\/[^/]+/.exec(from)?.[0] ?? '.', name));
  const named = (from: string, text: string) =>
    [...text.matchAll(FILE)]
      .map(([, name = '']) => name)
      .filter((name) => !isThere(from, name))
      .map((name) => `${from}: ${name}`);
  expect([
    ...sources.flatMap((path) => named(path, commentsIn(path))),
    ...PAGES.filter((path) => path !== 'CHANGELOG.md').flatMap((path) => named(path, prose(path))),
  ]).toEqual([]);
});
