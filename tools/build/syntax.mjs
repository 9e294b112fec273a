import { parse as acornParse } from 'acorn';

/** The newest ECMAScript that the script may use (docs/google.md G111). */
export const ecmaVersion = 2020;

/** The trees of the last texts: each check asks for that of the same bundle. @type {Map<string, import('acorn').Program>} */
const known = new Map();
const mostKnown = 4;

/**
 * The syntax tree of a classic script, to be read only; throws a SyntaxError when it is newer than `ecmaVersion` or no
 * JavaScript.
 * @param {string} code
 */
export const parse = (code) => {
  const program = known.get(code) ?? acornParse(code, { ecmaVersion, sourceType: 'script', locations: true });
  known.delete(code);
  known.set(code, program);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return program;
};

/** The nodes of a tree, parents first, by its root: each check goes through those of the same bundle. @type {WeakMap<object, any[]>} */
const flat = new WeakMap();

/** What of a node isn't a node and holds none. */
const leaves = new Set(['type', 'start', 'end', 'loc', 'raw', 'name', 'operator', 'kind']);

/** @param {any} root */
const nodesOf = (root) => {
  const nodes = flat.get(root) ?? [];
  if (nodes.length > 0) return nodes;
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    const below = [];
    for (const key in node) {
      if (leaves.has(key)) continue;
      const value = node[key];
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) below.push(...value.filter((item) => typeof item?.type === 'string'));
      else if (typeof value.type === 'string') below.push(value);
    }
    while (below.length > 0) open.push(below.pop());
  }
  flat.set(root, nodes);
  return nodes;
};

/**
 * Calls `visit` for each node of a syntax tree, parents first.
 * @param {any} root
 * @param {(node: any) => void} visit
 */
export const walk = (root, visit) => {
  for (const node of nodesOf(root)) visit(node);
};

/**
 * The name that a member expression asks for (`a.b` and `a['b']` -> `b`), or undefined when it is computed.
 * @param {any} node
 * @returns {string | undefined}
 */
export const memberName = (node) => {
  if (node?.type !== 'MemberExpression') return undefined;
  if (!node.computed) return node.property.name;
  return typeof node.property.value === 'string' ? node.property.value : undefined;
};

/**
 * The names from the root of a chain to its end, calls left out: `Sheets.Spreadsheets.get(id).sheets` ->
 * `['Sheets', 'Spreadsheets', 'get', 'sheets']`; undefined when the chain does not start at a plain name.
 * @param {any} node
 * @returns {string[] | undefined}
 */
export const chain = (node) => {
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'CallExpression') return chain(node.callee);
  if (node.type === 'ChainExpression') return chain(node.expression);
  const name = memberName(node);
  const before = name === undefined ? undefined : chain(node.object);
  return before && [...before, /** @type {string} */ (name)];
};

/**
 * The names that a script declares at top level, where Apps Script looks for functions.
 * @param {any} program
 * @returns {string[]}
 */
export const topLevelNames = (program) =>
  program.body.flatMap((/** @type {any} */ node) => {
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') return [node.id.name];
    if (node.type !== 'VariableDeclaration') return [];
    return node.declarations.map((/** @type {any} */ declaration) => declaration.id.name ?? '(a pattern)');
  });
