// Jest gives each test file a context of its own and compiles in it, once more for each file, every module that the file
// loads: Jest's own, the packages', ours, and the script that the local Apps Script runs. A compiled script belongs to no
// context, so a worker keeps it and only evaluates it again, with whatever functions V8 has compiled in it by then. That is
// a fifth of a second for each test file. Loaded by every worker (prebuilt.cjs); off for coverage, which counts by place
// in the text that Jest compiles.
const { setFlagsFromString } = require('node:v8');
const vm = require('node:vm');

const { compileFunction, Script } = vm;

// An execution of the script lives for some 10 ms in a context of its own: what V8 optimizes in it is thrown away with it.
// Only what runs fifteen times as long as usual is optimized, which saves a seventh of the time of a test of the product.
setFlagsFromString('--interrupt-budget=1000000');

/** What was compiled, by its file's name: one text for each name is enough, but for scripts that tests make up. */
const modules = new Map();

/** A module that imports at run time needs what Jest says about the file that loads it. */
const IMPORTS = /\bimport\s*\(/;

const compiled = (code, parameters, filename) => {
  const known = modules.get(filename);
  if (known?.code === code) return known.script;
  if (IMPORTS.test(code)) return undefined;
  const head = `(function (${parameters.join(', ')}) {`;
  const script = new Script(`${head}${code}\n})`, { filename, columnOffset: -head.length });
  modules.set(filename, { code, script });
  return script;
};

/** The same as Node's, for a function that is made in another context than this one. */
vm.compileFunction = (code, parameters = [], options = {}) => {
  const { filename, parsingContext } = options;
  if (!filename || !parsingContext) return compileFunction(code, parameters, options);
  try {
    const script = compiled(code, parameters, filename);
    if (script) return script.runInContext(parsingContext);
  } catch {
    // Its error should be Jest's own.
  }
  return compileFunction(code, parameters, options);
};

/** Texts of scripts that are kept: the product's and the prelude are a few, planted bugs some dozens. */
const MOST_SCRIPTS = 40;

/** Shorter ones are compiled in no time. */
const LONG = 10_000;

const scripts = new Map();

/** Scripts that a module under test compiles: the same object for the same text of the same file. */
vm.Script = new Proxy(Script, {
  construct(target, [code, options], asked) {
    const make = () => Reflect.construct(target, [code, options], asked);
    const filename = options?.filename;
    if (typeof code !== 'string' || code.length < LONG || !filename || Object.keys(options).length > 1) return make();
    const key = `${filename}\n${code}`;
    const script = scripts.get(key) ?? make();
    scripts.delete(key);
    scripts.set(key, script);
    const [oldest] = scripts.keys();
    if (scripts.size > MOST_SCRIPTS) scripts.delete(oldest);
    return script;
  },
});
