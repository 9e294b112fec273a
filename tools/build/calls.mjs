import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from './files.mjs';
import { services } from './services.mjs';
import { chain, memberName, parse, walk } from './syntax.mjs';

/** Names that the language's own values have as well; on a value of unknown type they say nothing about Google. */
const everyday = new Set(
  [Object, Array, String, Number, Date, Map, Set, Promise, RegExp, Function, JSON]
    .flatMap((kind) => [kind, kind.prototype])
    .flatMap((value) => (value ? Object.getOwnPropertyNames(value) : [])),
);

/**
 * The Google service methods that a bundle calls, sorted, as far as they can be known without types: a call on a service is
 * listed as it is written (`MailApp.sendEmail`), any other by its name and the classes that have such a method (`Range.setValues`).
 * @param {string} root the project's folder, for Google's type declarations
 * @param {string} code
 * @returns {Promise<string[]>}
 */
export const callList = async (root, code) => {
  const classes = await classesByMethod(join(root, 'node_modules/@types/google-apps-script'));
  const found = new Set();
  walk(parse(code), (node) => {
    const name = node.type === 'CallExpression' ? memberName(node.callee) : undefined;
    if (name === undefined) return;
    const names = chain(node.callee) ?? [];
    if (services.includes(names[0] ?? '') && !hasCall(node.callee)) found.add(names.join('.'));
    else if (classes.has(name) && !everyday.has(name)) found.add(`${classes.get(name)?.join('|')}.${name}`);
  });
  return [...found].sort();
};

/** Whether a chain goes through another call. @param {any} callee */
const hasCall = (callee) => {
  let through = false;
  walk(callee.object, (node) => {
    through ||= node.type === 'CallExpression';
  });
  return through;
};

/** Method name -> the classes of the built-in services that have it. @param {string} folder */
const classesByMethod = async (folder) => {
  /** @type {Map<string, string[]>} */
  const classes = new Map();
  const wanted =
    /\.(spreadsheet|base|email|cache|properties|lock|script|html|content|utilities|drive|url-fetch)\.d\.ts$/;
  for (const path of (await filesBelow(folder, '.d.ts')).filter((file) => wanted.test(file))) {
    let owner = '';
    for (const line of (await readFile(path, 'utf8')).split('\n')) {
      owner = /^\s*(?:interface|class) (\w+)/.exec(line)?.[1] ?? owner;
      const method = /^\s+(\w+)\(/.exec(line)?.[1];
      if (!method || !owner || services.includes(owner)) continue;
      const owners = classes.get(method) ?? [];
      if (!owners.includes(owner)) classes.set(method, [...owners, owner]);
    }
  }
  return classes;
};
