import vm from 'node:vm';
import { doors, handlerNames } from './handlers.mjs';
import { services } from './services.mjs';
import { ecmaVersion, parse, topLevelNames, walk } from './syntax.mjs';

/** The largest bundle, in bytes (docs/design.md 7.2). */
export const largestBundle = 200_000;

/**
 * All that is wrong with a bundle, one sentence each.
 * @param {string} code the text of Code.js
 * @param {string[]} [flatHandlers] the handlers that a flat build declares at top level, too
 * @param {number} [most] the largest size in bytes
 * @returns {string[]}
 */
export const bundleProblems = (code, flatHandlers = [], most = largestBundle) => {
  const syntax = syntaxProblems(code);
  if (syntax.length > 0) return syntax;
  const load = loadProblems(code);
  if (load.length > 0) return load;
  return [...sizeProblems(code, 'Code.js', most), ...doorProblems(code, flatHandlers), ...handlerProblems(code)];
};

/**
 * All that is wrong with a bundle beside the main script: it is a script like Code.js, but declares its own name and nothing
 * else.
 * @param {import('./scripts.mjs').SideBundle} side
 * @param {string} code
 * @returns {string[]}
 */
export const sideBundleProblems = ({ name, global, most }, code) => {
  const syntax = syntaxProblems(code, name);
  if (syntax.length > 0) return syntax;
  const loading = loadProblems(code, name);
  if (loading.length > 0) return loading;
  const others = topLevelNames(parse(code)).filter((declared) => declared !== global);
  return [...sizeProblems(code, name, most), ...others.map((other) => `${name} declares ${other} beside ${global}`)];
};

/** Newer syntax than Apps Script reads; BigInt literals count as newer. @param {string} code @param {string} [file] @returns {string[]} */
export const syntaxProblems = (code, file = 'Code.js') => {
  try {
    /** @type {string[]} */
    const problems = [];
    walk(parse(code), (node) => {
      if (node.type === 'Literal' && node.bigint)
        problems.push(`${file}:${node.loc.start.line}: ${node.raw} is a BigInt`);
    });
    return problems;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'SyntaxError')) throw error;
    return [`${file} is not valid ES${ecmaVersion}: ${error.message}`];
  }
};

/** @param {string} code @param {string} [file] @param {number} [most] @returns {string[]} */
export const sizeProblems = (code, file = 'Code.js', most = largestBundle) => {
  const size = Buffer.byteLength(code);
  return size > most ? [`${file} has ${size} bytes; at most ${most} are allowed`] : [];
};

/**
 * What goes wrong while the bundle loads: once with nothing but the language itself, once with services that refuse any use.
 * @param {string} code
 * @param {string} [file]
 * @returns {string[]}
 */
export const loadProblems = (code, file = 'Code.js') => {
  const bare = attempt(code, {});
  if (bare) return [`${file} does not load without any globals: ${bare}`];
  const guarded = attempt(code, Object.fromEntries(services.map((name) => [name, refusing(name)])));
  return guarded ? [`${file} uses a service while loading: ${guarded}`] : [];
};

/** The message of what loading throws, if it throws. @param {string} code @param {Record<string, unknown>} globals */
const attempt = (code, globals) => {
  try {
    load(code, globals);
    return undefined;
  } catch (error) {
    return String(/** @type {Error} */ (error)?.message ?? error);
  }
};

/** A value that throws whatever is done with it. @param {string} name */
const refusing = (name) => {
  const refuse = () => {
    throw new Error(`${name} is touched`);
  };
  const traps = [
    'get',
    'set',
    'has',
    'apply',
    'construct',
    'ownKeys',
    'getPrototypeOf',
    'deleteProperty',
    'defineProperty',
  ];
  return new Proxy(refuse, Object.fromEntries(traps.map((trap) => [trap, refuse])));
};

/**
 * Runs the bundle in a context with the language's own globals and `globals`; answers the context.
 * @param {string} code
 * @param {Record<string, unknown>} [globals]
 * @returns {any}
 */
const load = (code, globals = {}) => {
  const context = vm.createContext({ ...globals });
  vm.runInContext('delete globalThis.console', context);
  vm.runInContext(code, context, { filename: 'Code.js', timeout: 10_000 });
  return context;
};

/** The methods of App. @param {string} code @returns {string[]} */
const appMethods = (code) => {
  const { App } = load(code);
  return Object.keys(App ?? {}).filter((name) => typeof App[name] === 'function');
};

/**
 * Names at top level that are missing or should not be there.
 * @param {string} code
 * @param {string[]} [flatHandlers]
 * @returns {string[]}
 */
export const doorProblems = (code, flatHandlers = []) => {
  const wanted = new Set(['App', ...doors, ...flatHandlers]);
  const found = new Set([...topLevelNames(parse(code)), ...Object.keys(load(code))]);
  const methods = appMethods(code);
  return [
    ...[...wanted].filter((name) => !found.has(name)).map((name) => `Code.js does not declare ${name} at top level`),
    ...[...found]
      .filter((name) => !wanted.has(name))
      .map((name) => `Code.js declares ${name} at top level, where any visitor of a page can call it`),
    ...doors
      .filter((name) => !methods.includes(name))
      .map((name) => `src/main.ts does not export the function ${name}`),
  ];
};

/**
 * Handlers named in a script of the product that App does not have.
 * @param {string} code the text of Code.js, which has them
 * @param {string} [naming] the script that names them
 * @returns {string[]}
 */
export const handlerProblems = (code, naming = code) => {
  const methods = appMethods(code);
  /** @type {string[]} */
  const problems = [];
  for (const name of handlerNames(naming)) {
    if (!methods.includes(name)) {
      problems.push(`a menu item or trigger names App.${name}, but src/main.ts exports no such function`);
    }
  }
  walk(parse(naming), (node) => {
    const composed =
      node.type === 'TemplateLiteral' && node.expressions.length > 0 && node.quasis[0].value.cooked === 'App.';
    const added = node.type === 'BinaryExpression' && node.left.value === 'App.';
    if (composed || added) {
      problems.push(`line ${node.loc.start.line}: a handler's name is composed; write it out so it can be checked`);
    }
  });
  return problems;
};
