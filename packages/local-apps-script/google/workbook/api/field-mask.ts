import { RequestError } from './api-error';

/** A parsed field mask: the names it lists, each with what it lists below; an empty tree means everything below. */
export interface MaskTree {
  readonly [name: string]: MaskTree;
}

type Growing = { [name: string]: Growing };

/** Other names for the same thing, kept under one. */
const SAME: Readonly<Record<string, string>> = {
  backgroundColorStyle: 'backgroundColor',
  foregroundColorStyle: 'foregroundColor',
  tabColorStyle: 'tabColor',
};

/** Reads `a.b,c(d,e/f)`; `*` is everything. @throws RequestError when it is missing or unreadable. */
export const parseMask = (text: unknown): MaskTree => {
  if (typeof text !== 'string' || text.trim() === '') {
    throw new RequestError("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  const tokens = text.match(/[A-Za-z0-9_*]+|[(),./]/g) ?? [];
  const root: Growing = {};
  const stack: Growing[] = [root];
  let at: Growing = root;
  for (const token of tokens) {
    const base = stack[stack.length - 1] ?? root;
    if (token === '(') stack.push(at);
    else if (token === ')') {
      stack.pop();
      at = stack[stack.length - 1] ?? root;
    } else if (token === ',') at = base;
    else if (token !== '.' && token !== '/') {
      const name = SAME[token] ?? token;
      const next = at[name] ?? {};
      at[name] = next;
      at = next;
    }
  }
  return root;
};

/** Whether a mask names something, or everything. */
export const masks = (tree: MaskTree, name: string): boolean => '*' in tree || name in tree;

/** What a mask says below a name; everything, when the name is a leaf or the mask is `*`. */
export const below = (tree: MaskTree, name: string): MaskTree => {
  const inner = tree[name];
  return inner && Object.keys(inner).length > 0 ? inner : { '*': {} };
};

/** @throws RequestError when a mask names something that there is not. */
export const requireKnown = (tree: MaskTree, known: readonly string[], type: string): void => {
  for (const name of Object.keys(tree)) {
    if (name !== '*' && !known.includes(name)) {
      throw new RequestError(`Invalid field: ${name}. ${type} has no such field.`);
    }
  }
};

type Plain = { readonly [name: string]: unknown };

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An object after a masked write: what the mask names comes from `source`, and goes when it is not there.
 * Undefined when nothing is left.
 */
export const mergeMasked = (target: unknown, source: unknown, tree: MaskTree): unknown => {
  if ('*' in tree || Object.keys(tree).length === 0) return source;
  const result: Record<string, unknown> = isPlain(target) ? { ...target } : {};
  for (const [name, inner] of Object.entries(tree)) {
    const value = mergeMasked(result[name], isPlain(source) ? source[name] : undefined, inner);
    if (value === undefined) delete result[name];
    else result[name] = value;
  }
  return Object.keys(result).length > 0 ? result : undefined;
};

/** Only what a mask names of an answer; arrays are looked into. */
export const selectMasked = (value: unknown, tree: MaskTree): unknown => {
  if ('*' in tree || Object.keys(tree).length === 0) return value;
  if (Array.isArray(value)) return value.map((item) => selectMasked(item, tree));
  if (!isPlain(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name in tree);
  return Object.fromEntries(kept.map(([name, inner]) => [name, selectMasked(inner, tree[name] ?? {})]));
};
