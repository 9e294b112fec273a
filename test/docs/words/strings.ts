import { type Node, parse } from 'acorn';
import { transformSync } from 'esbuild';

/** A value that a sentence shows, as `12` or a name: it separates words and is none. */
const SHOWN = '\u2026';
/** A call of JSX: its children are one text. */
const ELEMENT = 'element$';

type Tree = Node & Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const inside = (tree: Tree): Tree[] =>
  Object.values(tree)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isTree);

const isCall = (tree: Tree, name: RegExp): boolean => {
  if (tree.type !== 'CallExpression') return false;
  const callee = tree.callee as Tree;
  if (callee.type === 'Identifier') return name.test(String(callee.name));
  if (callee.type === 'MemberExpression') return isTree(callee.object) && name.test(String(callee.object.name));
  // test.each([...])('name', ...)
  return isCall(callee, name);
};

/** Constants in capitals are never 1. */
const shown = (tree: Tree): string =>
  tree.type === 'Identifier' && /^[A-Z][A-Z_\d]+$/.test(String(tree.name)) ? 'N' : SHOWN;

/**
 * What a tree writes, as one text: literals as they are, all else as {@link SHOWN}. Null if it writes nothing itself.
 * @param merged gets the parts that went into the text.
 */
const written = (tree: Tree, merged: Set<Tree>): string | null => {
  const part = (child: Tree): string => {
    const text = written(child, merged);
    if (text !== null) merged.add(child);
    return text ?? shown(child);
  };
  if (tree.type === 'Literal') return typeof tree.value === 'string' ? tree.value : null;
  if (tree.type === 'TemplateLiteral') {
    const values = tree.expressions as Tree[];
    return (tree.quasis as { value: { cooked: string } }[])
      .map(({ value }, index) => value.cooked + (values[index] ? part(values[index]) : ''))
      .join('');
  }
  if (tree.type === 'BinaryExpression' && tree.operator === '+') {
    const sides = [tree.left as Tree, tree.right as Tree];
    return sides.some((side) => written(side, new Set()) !== null) ? sides.map(part).join('') : null;
  }
  if (isCall(tree, /^element\$$/)) {
    const children = (tree.arguments as Tree[]).slice(2);
    return children.length > 0 ? children.map(part).join('') : null;
  }
  return null;
};

/** What nobody sees: imports, and what names a class, an id or a role. */
const isUnseen = (tree: Tree): boolean =>
  (/^(Import|ExportAll|ExportNamed)/.test(tree.type) && isTree(tree.source)) ||
  (tree.type === 'Property' && /^(class|className|id|role|href|style|htmlFor)$/.test(String((tree.key as Tree).name)));

/** Whether a condition tells one from many: what it chooses from is worded for both. */
const tellsOneFromMany = (tree: Tree): boolean =>
  tree.type === 'ConditionalExpression' &&
  /"(?:===|!==|>|<)"/.test(JSON.stringify(tree.test)) &&
  /"value":[12]\b/.test(JSON.stringify(tree.test));

const texts = (tree: Tree, found: string[] = [], merged = new Set<Tree>(), isMany = false): string[] => {
  if (isUnseen(tree)) return found;
  const text = merged.has(tree) ? null : written(tree, merged);
  if (text !== null) found.push(isMany ? text.replaceAll(SHOWN, 'N') : text);
  for (const part of inside(tree)) texts(part, found, merged, isMany || tellsOneFromMany(tree));
  return found;
};

const names = (tree: Tree, found: string[] = []): string[] => {
  const [first] = isCall(tree, /^(test|it|describe)$/) ? (tree.arguments as Tree[]) : [];
  const name = first ? written(first, new Set()) : null;
  if (name !== null) found.push(name);
  for (const part of inside(tree)) names(part, found);
  return found;
};

const treeOf = (path: string, source: string): Tree => {
  const { code } = transformSync(source, {
    loader: path.endsWith('x') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js',
    jsx: 'transform',
    jsxFactory: ELEMENT,
    jsxFragment: ELEMENT,
    target: 'esnext',
    tsconfigRaw: '{}',
  });
  return parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as Tree;
};

/** Code, addresses, styles and single words that nobody reads as a sentence. */
const isSentence = (text: string): boolean =>
  /[A-Za-z]{2}/.test(text) &&
  (/[a-zN\d,.:] [A-Za-z\u2026]|\u2026 [a-z]/.test(text) || /^[A-Z][a-z]+$/.test(text)) &&
  !/^[.#@]|[;{]\s*[a-z-]+:/.test(text);

const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const sentences = (texts: readonly string[]): string[] => [...new Set(texts.filter(isSentence).map(plain))];

/** Texts of a source file that people may see: string literals, templates and JSX, without keys and code. */
export const stringsIn = (path: string, source: string): string[] => sentences(texts(treeOf(path, source)));

/** Names of tests and groups. */
export const testNamesIn = (path: string, source: string): string[] => [
  ...new Set(names(treeOf(path, source)).map(plain)),
];

/** Names that programs have, of files, fields, functions and values, taken out of a text. */
const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, '`…`');

/** Comments, each block as one text. */
export const commentsIn = (source: string): string[] => {
  const blocks: string[] = [];
  let open = false;
  for (const line of source.split('\n')) {
    const [, text] = /^\s*(?:\/\/|\/\*\*?|\*(?!\/)|#(?!!))\s?(.*?)(?:\*\/)?\s*$/.exec(line) ?? [];
    if (text === undefined) {
      open = false;
      const [, beside] = /[;,{)}\]] \/\/ (.*)$/.exec(line) ?? [];
      if (beside) blocks.push(beside);
    } else if (open) blocks.push(`${blocks.pop()} ${text}`);
    else {
      open = true;
      blocks.push(text);
    }
  }
  return blocks.filter((text) => !/biome-ignore|^@ts-/.test(text)).map(withoutCode);
};

/** A page of Markdown or HTML as texts without code: paragraphs, list items and cells of tables. */
export const proseIn = (page: string): string[] =>
  page
    .replaceAll('\r\n', '\n')
    .replace(/^( *)(```|~~~)[\s\S]*?^\1\2/gm, '')
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\n\s*\n|\n(?=\s*(?:[-*#|]|\d+\.) ?)|(?<=\S) \| /)
    .map((text) =>
      withoutCode(text)
        .replace(/\]\([^)]*\)/g, ']')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => /[a-z]/i.test(text));
