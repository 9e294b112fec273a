import { ServiceOff } from '../core/ports';
import { ForPeople } from './rpc';

/**
 * Does what a menu item does. Google shows what it throws: a sentence that says what went wrong and what to do next. What
 * nobody foresaw is noted, and the sentence names its reference.
 * @param name of the item's method, for the note.
 */
export const guardMenu = (name: string, action: () => void, report: (error: unknown, what: string) => string): void => {
  try {
    action();
  } catch (error) {
    if (error instanceof ForPeople || error instanceof ServiceOff) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const reference = report(error, `The menu's ${name}`);
    throw new Error(`This did not work: ${message} Please try again. (Reference ${reference})`);
  }
};
