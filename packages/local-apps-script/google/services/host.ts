import { changes, type Operations } from '../operations';

/** What the host itself does to the world: nothing that a script could call. */
export const host: Operations = {
  /** Makes the first spreadsheet, the one that the script is bound to; gives its id. */
  'Host.create': changes('other', ({ world }, name: string, owner: string, editors: string[], timeZone: string) => {
    world.original = world.workbooks.create({ name, owner, editors, timeZone }).id;
    return world.original;
  }),
  'Host.advance': changes('other', ({ world }, milliseconds: number) => {
    world.clock.advance(milliseconds);
    return null;
  }),
  'Host.triggerRan': changes('other', ({ world, now }, id: string) => {
    world.triggers.ran(id, now);
    return null;
  }),
};
