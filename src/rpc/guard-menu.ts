import { ServiceOff } from '../core/ports';
import { ForPeople } from './rpc';

/**
 * Runs a menu item. Google shows what it throws: a sentence with what went wrong and what to do next. Unexpected errors
 * are logged, and the sentence includes their reference.
 * @param name of the item's method, for the log.
 */
export const guardMenu = (name: string, action: () => void, report: (error: unknown, what: string) => string): void => {
  try {
    action();
  } catch (error) {
    if (error instanceof ForPeople || error instanceof ServiceOff) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const reference = report(error, `The menu's ${name}`);
    throw new Error(`Something went wrong: ${message} Please try again. (Reference ${reference})`);
  }
};
