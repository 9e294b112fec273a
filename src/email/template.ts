import Mustache from 'mustache';
import { escapeHtml } from '../domain/html';
import { EMAIL_TAGS, type EmailTag } from './kinds';

/** HTML that must not be escaped again. */
export class Html {
  constructor(readonly html: string) {}
}

/** The value of each tag. A blank text or false omits its `{{#section}}`. */
export type TagValues = Readonly<Record<EmailTag, string | boolean | Html>>;

type Token = readonly [kind: string, value: string, start: number, end: number, children?: readonly Token[]];

/** A tag without capitals, spaces and the like: `First_Name` as `firstname`. */
const bare = (name: string): string => name.replace(/[\s_-]/g, '').toLowerCase();

const NAME = '\\s*([a-z][a-z _-]*?)\\s*';
/** The brackets other programs use for tags: `{tag}`, `<<tag>>`, `%tag%`, `[[tag]]`, `*|tag|*`, `«tag»`. */
const BRACKETS = [
  `\\$?[{\uff5b]+${NAME}[}\uff5d]+`,
  `(?:<<|&lt;&lt;)${NAME}(?:>>|&gt;&gt;)`,
  '<([a-z_-]+)>',
  `%+${NAME}%+`,
  `\\[+${NAME}\\]+`,
  `\\*\\|${NAME}\\|\\*`,
  `\u00ab${NAME}\u00bb`,
].map((pattern) => new RegExp(pattern, 'gi'));

/** One of our tags in another program's brackets would reach customers exactly as typed. */
const strayErrors = (text: string): string[] =>
  BRACKETS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([written, name = '']) => {
      const tag = EMAIL_TAGS.find((each) => bare(each) === bare(name));
      return tag ? [`${written} won't be filled in. Write {{${tag}}}`] : [];
    }),
  );

/** A correct tag, alone or as a section. */
const TAG = /\{\{[#^/]?\s*[a-z]+\s*\}\}(?!\})/gi;

const tagErrors = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(([kind, value, , , children]) => {
    if (kind === 'text') return [];
    if (kind === '&') return [`{{{${value}}}} isn't allowed here. Write {{${value}}}`];
    if (kind === '>' || kind === '=' || kind === '!') return [`{{${kind}${value}}} isn't allowed here`];
    const unknown = (EMAIL_TAGS as readonly string[]).includes(value)
      ? []
      : [`{{${value}}} isn't a tag. The tags are ${EMAIL_TAGS.join(', ')}`];
    return [...unknown, ...tagErrors(children ?? [])];
  });

/**
 * The first error in a template, as a sentence; null if there is none. Unknown and broken tags are errors, and so are
 * our tags in other brackets.
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
 * Fills a template for the HTML part: the template's own words count as text, too, and every value is escaped, except
 * {@link Html}.
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
