/** The words of the status columns, read from the source of src/domain/statuses.ts. */
export const statusWords = (table) =>
  ['ORDER_STATUSES', 'SHIPPING_STATUSES'].flatMap((name) => {
    const [, list] = new RegExp(`export const ${name} = \\[([^\\]]+)\\]`).exec(table) ?? [];
    if (!list) throw new Error(`src/domain/statuses.ts has no list ${name}`);
    return [...list.matchAll(/'([^']+)'/g)].map(([, word]) => word);
  });

/** Comments, blanked out so that lines keep their numbers. */
const withoutComments = (source) =>
  source.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));

/**
 * Where a source decides by the word of a status: a comparison, a case, a list or an object of words that is looked up.
 * The states of the Outbox share a word with the statuses: what is compared with those is called `state`.
 */
export const comparisonsWith = (words, source) => {
  const word = `(['"\`])(?:${words.join('|')})\\1`;
  const patterns = [
    `(?<!\\bstate\\s*|[=!])[=!]==?\\s*${word}`,
    `${word}\\s*[=!]==?(?!\\s*[\\w.]*\\bstate\\b)`,
    `\\bcase\\s+${word}`,
    `\\.(?:includes|indexOf|has|get)\\(\\s*${word}`,
    `\\[[^[\\]]*${word}[^[\\]]*\\]\\s*\\.(?:includes|indexOf|some|find)\\b`,
    `\\[\\s*${word}\\s*,\\s*${word.replace('\\1', '\\2')}`,
    `\\{[^{}]*(?:(?<=[\\s{,])(?:${words.filter((each) => /^\w+$/.test(each)).join('|')})|${word})\\s*:[^{}]*\\}\\s*\\[`,
  ];
  const text = withoutComments(source);
  const lines = patterns.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, 'g'))].map(({ index, 0: found }) => ({
      line: text.slice(0, index).split('\n').length,
      found: found.replace(/\s+/g, ' '),
    })),
  );
  return lines.sort((a, b) => a.line - b.line);
};
