import { readFileSync } from 'node:fs';
import { type ModuleDeclaration, parse, type Statement } from 'acorn';
import { clashOf } from './clash';
import { scriptFiles } from './script-files';

/** A name that a script declares at top level, and whether it is a function's. */
interface Declared {
  readonly name: string;
  readonly isFunction: boolean;
}

const declaredBy = (statement: Statement | ModuleDeclaration): Declared[] => {
  if (statement.type === 'FunctionDeclaration') return [{ name: statement.id.name, isFunction: true }];
  if (statement.type === 'ClassDeclaration') return [{ name: statement.id.name, isFunction: false }];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id, init }) => {
    const isFunction =
      statement.kind === 'var' && (init?.type === 'FunctionExpression' || init?.type === 'ArrowFunctionExpression');
    return id.type === 'Identifier' ? [{ name: id.name, isFunction }] : [];
  });
};

/** What a file declares; null when it cannot be read as a script. */
const declaredIn = (code: string): readonly Declared[] | null => {
  try {
    return parse(code, { ecmaVersion: 'latest' }).body.flatMap(declaredBy);
  } catch {
    return null;
  }
};

const known = new Map<string, { readonly changed: number; readonly declared: readonly Declared[] | null }>();

const declaredInFile = (path: string, changed: number): readonly Declared[] | null => {
  const before = known.get(path);
  if (before?.changed === changed) return before.declared;
  const declared = declaredIn(readFileSync(path, 'utf8'));
  known.set(path, { changed, declared });
  return declared;
};

const declaredInFolder = (folder: string): (readonly Declared[] | null)[] =>
  scriptFiles(folder).map(({ path, changed }) => declaredInFile(path, changed));

const NAME = /^[A-Za-z_$][\w$]*$/;

/** Whether a file declares a name, or isn't JavaScript. */
const isDeclaredIn = (path: string, name: string): boolean => {
  try {
    return clashOf(readFileSync(path, 'utf8'), [name]) === name;
  } catch {
    return true;
  }
};

const looked = new Map<string, { readonly changed: number; readonly names: Map<string, boolean> }>();

const isDeclaredInFile = (path: string, changed: number, name: string): boolean => {
  const before = looked.get(path);
  const names = before?.changed === changed ? before.names : new Map<string, boolean>();
  const isDeclared = names.get(name) ?? isDeclaredIn(path, name);
  names.set(name, isDeclared);
  looked.set(path, { changed, names });
  return isDeclared;
};

/**
 * Whether a script declares a name at top level. Google looks for the functions of triggers, menus, the web app and
 * google.script.run without running the script (docs/google.md G113): one that is made at run time is not found.
 * True for a script that cannot be parsed, so that its own error is what shows. Asked before every execution, so V8 is
 * asked, which needs a tenth of the time that reading the whole script takes.
 */
export const declares = (folder: string, name: string): boolean =>
  NAME.test(name) && scriptFiles(folder).some(({ path, changed }) => isDeclaredInFile(path, changed, name));

/** The functions of a script that google.script.run can call: declared at top level, not ending in `_`. */
export const topLevelFunctions = (folder: string): string[] =>
  declaredInFolder(folder).flatMap((declared) =>
    (declared ?? []).filter(({ name, isFunction }) => isFunction && !name.endsWith('_')).map(({ name }) => name),
  );
