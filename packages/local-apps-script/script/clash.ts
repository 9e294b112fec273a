import { type Context, createContext, Script } from 'node:vm';

/** Declares names in a context, by `let`. @throws SyntaxError when one isn't a name that can be declared. */
const declaring = (names: readonly string[]): Script => new Script(`let ${names.join(', ')};`);

const thrownBy = (script: Script, context: Context): unknown => {
  try {
    return script.runInContext(context);
  } catch (error) {
    return error;
  }
};

/**
 * The first of some names that a file declares at top level, in whatever way; undefined when it declares none of them.
 * V8 tells it without running the file: all names of a script are made before its first statement, which ends it here.
 * @throws SyntaxError when the file isn't JavaScript.
 */
export const clashOf = (code: string, names: readonly string[]): string | undefined => {
  const script = new Script(`throw '';${code}`);
  const context = createContext();
  declaring(names).runInContext(context);
  const { message = '' } = thrownBy(script, context) as Partial<Error>;
  return names.find((name) => message === `Identifier '${name}' has already been declared`);
};
