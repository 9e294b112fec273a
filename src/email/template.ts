import Mustache from 'mustache';
import { escapeHtml } from '../domain/html';
import { EMAIL_TAGS, type EmailTag } from './kinds';

/** Text that is HTML already and must not be escaped again. */
export class Html {
  constructor(readonly html: string) {}
}

/** What the tags stand for. A blank text or false leaves its `{{#section}}` out. */
export type TagValues = Readonly<Record<EmailTag, string | boolean | Html>>;

type Token = readonly [kind: string, value: string, start: number, end: number, children?: readonly Token[]];

/** A tag without case, blanks and the like: `First_Name` as `firstname`. */
const bare = (name: string): string => name.replace(/[\s_-]/g, '').toLowerCase();

const NAME = '\\s*([a-z][a-z _-]*?)\\s*';
/** Brackets in which other programs write their tags: `{tag}`, `<<tag>>`, `%tag%`, `[[tag]]`, `*|tag|*`, `«tag»`. */
const BRACKETS = [
  `\\$?[{\uff5b]+${NAME}[}\uff5d]+`,
  `(?:<<|&lt;&lt;)${NAME}(?:>>|&gt;&gt;)`,
  '<([a-z_-]+)>',
  `%+${NAME}%+`,
  `\\[+${NAME}\\]+`,
  `\\*\\|${NAME}\\|\\*`,
  `\u00ab${NAME}\u00bb`,
].map((pattern) => new RegExp(pattern, 'gi'));

/** A tag of ours in the brackets of another program: it would go to customers as it was typed. */
const strayErrors = (text: string): string[] =>
  BRACKETS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([written, name = '']) => {
      const tag = EMAIL_TAGS.find((each) => bare(each) === bare(name));
      return tag ? [`${written} is not filled in: write {{${tag}}}`] : [];
    }),
  );

/** A tag as it should be, alone or of a section. */
const TAG = /\{\{[#^/]?\s*[a-z]+\s*\}\}(?!\})/gi;

const tagErrors = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(([kind, value, , , children]) => {
    if (kind === 'text') return [];
    if (kind === '&') return [`{{{${value}}}} is not allowed here: write {{${value}}}`];
    if (kind === '>' || kind === '=' || kind === '!') return [`{{${kind}${value}}} is not allowed here`];
    const unknown = (EMAIL_TAGS as readonly string[]).includes(value)
      ? []
      : [`{{${value}}} is no tag: ${EMAIL_TAGS.join(', ')}`];
    return [...unknown, ...tagErrors(children ?? [])];
  });

/**
 * What is wrong with a template, as a sentence; null when nothing is. Unknown and broken tags are errors, and so are tags of
 * ours in other brackets.
 */
export const templateError = (template: string): string | null => {
  try {
    const tokens = Mustache.parse(template) as unknown as Token[];
    return [...tagErrors(tokens), ...strayErrors(template.replace(TAG, '\n'))][0] ?? null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Fills a template for the plain-text part. */
export const renderText = (template: string, values: TagValues): string =>
  Mustache.render(template, values, {}, { escape: (value: unknown) => String(value) });

/**
 * Fills a template for the HTML part: the template's own words are text, too, and every value is escaped, but for
 * what is {@link Html} already.
 */
export const renderHtml = (template: string, values: TagValues): string =>
  Mustache.render(
    escapeHtml(template),
    values,
    {},
    {
      escape: (value: unknown) => (value instanceof Html ? value.html : escapeHtml(String(value))),
    },
  );
