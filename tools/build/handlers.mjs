import { parse, walk } from './syntax.mjs';

/**
 * The functions that Google finds at top level, besides `var App`; each one is a door for strangers
 * (docs/design.md 3.9).
 */
export const doors = ['doGet', 'doPost', 'onOpen', 'rpc', 'checkThisAccount'];

/** The line that gives App what the menu's items call: src/main.ts exports these methods as one object. */
export const menuMethods = 'Object.assign(App, App.menuMethods);\n';

/** The lines that put `names`, methods of App, at top level. @param {string[]} names @returns {string} */
export const footer = (names) =>
  names.map((name) => `function ${name}() { return App.${name}.apply(this, arguments); }\n`).join('');

const named = /^App\.([A-Za-z_$][\w$]*)$/;

/** The string literals that name a handler (`'App.markPaid'`). @param {string} code */
const mentions = (code) => {
  /** @type {{ start: number, end: number, name: string }[]} */
  const found = [];
  walk(parse(code), (node) => {
    const text = node.type === 'TemplateLiteral' && node.quasis.length === 1 ? node.quasis[0].value.cooked : node.value;
    const name = typeof text === 'string' ? named.exec(text)?.[1] : undefined;
    if (name && node.type !== 'TemplateElement') found.push({ start: node.start, end: node.end, name });
  });
  return found;
};

/** The methods of App that menu items and triggers name anywhere in the bundle, each once. @param {string} code @returns {string[]} */
export const handlerNames = (code) => [...new Set(mentions(code).map(({ name }) => name))].sort();

/**
 * The code with every handler named without `App.`.
 * @param {string} code
 * @returns {string}
 */
export const unqualified = (code) =>
  mentions(code).reduceRight(
    (text, { start, end, name }) => `${text.slice(0, start)}'${name}'${text.slice(end)}`,
    code,
  );

/**
 * The bundle for an account that refuses methods as handlers: each one is declared at top level and named without `App.`.
 * @param {string} code
 * @param {string[]} names the handlers that menus and triggers name, anywhere in the product
 * @returns {string}
 */
export const flatten = (code, names) => unqualified(code) + footer(names.filter((name) => !doors.includes(name)));
