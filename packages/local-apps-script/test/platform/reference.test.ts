import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, evaluate, loadScriptsBy } from '../../testing';

afterAll(closeOffices);
loadScriptsBy('gas-local');

const FOLDER = 'node_modules/@types/google-apps-script';

const types = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.d.ts'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n');

/** The members that the types declare of an interface, and of those that it extends. */
const declared = (name: string): Set<string> => {
  const names = new Set<string>();
  const pattern = new RegExp(`(?:interface|class) ${name}(?: extends ([\\w., ]+))? \\{([\\s\\S]*?)\\n {8}\\}`, 'g');
  for (const [, parents = '', body = ''] of types.matchAll(pattern)) {
    for (const [, member = ''] of body.matchAll(/^ {12}(\w+)\??[(:<]/gm)) names.add(member);
    for (const parent of parents.split(',')) {
      const last = parent.trim().split('.').pop();
      if (last) for (const member of declared(last)) names.add(member);
    }
  }
  return names;
};

/** How a script gets an object of each type. */
const OBJECTS: Readonly<Record<string, string>> = {
  Blob: 'Utilities.newBlob("")',
  Cache: 'CacheService.getScriptCache()',
  CacheService: 'CacheService',
  ClockTriggerBuilder: 'ScriptApp.newTrigger("f").timeBased()',
  ContentService: 'ContentService',
  DriveApp: 'DriveApp',
  File: 'DriveApp.createFile("a", "b")',
  Folder: 'DriveApp.createFolder("a")',
  HtmlService: 'HtmlService',
  Lock: 'LockService.getScriptLock()',
  LockService: 'LockService',
  MailApp: 'MailApp',
  Properties: 'PropertiesService.getScriptProperties()',
  PropertiesService: 'PropertiesService',
  ScriptApp: 'ScriptApp',
  Session: 'Session',
  SpreadsheetTriggerBuilder: 'ScriptApp.newTrigger("f").forSpreadsheet("x")',
  Trigger: 'ScriptApp.newTrigger("f").timeBased().everyHours(1).create()',
  TriggerBuilder: 'ScriptApp.newTrigger("f")',
  UrlFetchApp: 'UrlFetchApp',
  User: 'Session.getActiveUser()',
  Utilities: 'Utilities',
};

/** Old names that Google still answers to and the types leave out. */
const UNDOCUMENTED = ['ScriptApp.getScriptTriggers', 'ScriptApp.AuthorizationStatus', 'User.toString'];

const MEMBERS = `
const names = new Set();
for (let level = eval(arguments[0]); level && level !== Object.prototype && !Object.getOwnPropertyNames(level).includes('__proto__'); level = Object.getPrototypeOf(level)) {
  for (const name of Object.getOwnPropertyNames(level)) if (name !== 'constructor') names.add(name);
}
return [...names];`;

const offered = async (expression: string): Promise<string[]> => {
  const script = `return (function () { ${MEMBERS} })(arguments[0]);`;
  return (await evaluate(script, {}, expression)) as string[];
};

test.each(Object.entries(OBJECTS))('%s offers no method that Google does not have', async (name, expression) => {
  const known = declared(name);
  expect(known.size).toBeGreaterThan(0);
  const members = await offered(expression);
  expect(members.length).toBeGreaterThan(0);
  const unknown = members.filter((member) => !known.has(member));
  expect(unknown.filter((member) => !UNDOCUMENTED.includes(`${name}.${member}`))).toEqual([]);
});
