import { ForPeople } from './rpc';

/** What menu items call: by name, without arguments. */
type Actions = Readonly<Record<string, unknown>>;

/**
 * The same actions for the menu, where Google shows what an action throws: a sentence that says what went wrong and what
 * to do next. What nobody foresaw is noted, and the sentence names its reference.
 */
export const guardMenu = <Room extends Actions>(room: Room, report: (error: unknown, what: string) => string): Room => {
  const guarded = (name: string, action: () => unknown) => (): unknown => {
    try {
      return action();
    } catch (error) {
      if (error instanceof ForPeople) throw error;
      const message = error instanceof Error ? error.message : String(error);
      const reference = report(error, `The menu's ${name}`);
      throw new Error(`This did not work: ${message} Please try again. (Reference ${reference})`);
    }
  };
  return Object.fromEntries(
    Object.entries(room).map(([name, action]) => [
      name,
      typeof action === 'function' ? guarded(name, action as () => unknown) : action,
    ]),
  ) as Room;
};
