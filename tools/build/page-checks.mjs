import { doors } from './handlers.mjs';
import { chain, memberName, parse, walk } from './syntax.mjs';

const inlineScript = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const scriptlet = /<\?[\s\S]*?\?>/g;
const chained = ['withSuccessHandler', 'withFailureHandler', 'withUserObject'];

/**
 * What is wrong with a finished page, one sentence each.
 * @param {string} name the page, as people know it
 * @param {string} html
 * @returns {string[]}
 */
export const pageProblems = (name, html) =>
  [...html.matchAll(inlineScript)]
    .filter(
      ([, attributes]) =>
        !/\btype=/.test(attributes ?? '') || /\btype=["']?(module|text\/javascript)/.test(attributes ?? ''),
    )
    .flatMap(([, , code]) => scriptProblems(name, code ?? ''));

/** @param {string} name @param {string} code @returns {string[]} */
const scriptProblems = (name, code) => {
  /** @type {string[]} */
  const problems = [];
  let program;
  try {
    // A scriptlet prints a value; 0 stands for it.
    program = parse(code.replace(scriptlet, '0'));
  } catch (error) {
    return [`${name}: an inline script does not parse: ${/** @type {Error} */ (error).message}`];
  }
  walk(program, (node) => {
    if (node.type === 'TemplateElement' && node.value.raw.includes('//')) {
      problems.push(`${name}: HtmlService cuts the template literal \`${node.value.raw.trim()}\` at its //`);
    }
    const called = node.type === 'CallExpression' ? calledFunction(node) : undefined;
    if (called !== undefined && !doors.includes(called)) {
      problems.push(`${name}: google.script.run.${called} is not declared at top level; use rpc`);
    }
  });
  return problems;
};

/** The function of ours that `google.script.run...name()` asks for. @param {any} node @returns {string | undefined} */
const calledFunction = (node) => {
  const names = chain(node.callee);
  if (names?.slice(0, 3).join('.') !== 'google.script.run') return undefined;
  const name = memberName(node.callee);
  return name === undefined || chained.includes(name) ? undefined : name;
};
