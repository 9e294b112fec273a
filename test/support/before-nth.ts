import type { Office } from 'local-apps-script';

/**
 * Does something right before the n-th counted service call from here on. `count`: how many calls there were till then.
 * @param isMeant which calls count; all of them unless told.
 */
export const beforeNth = (
  { world }: Office,
  nth: number,
  work: () => void,
  isMeant: (name: string) => boolean = () => true,
): { count: () => number; stop: () => void } => {
  const perform = world.perform.bind(world);
  let calls = 0;
  const stop = () => {
    world.perform = perform;
  };
  world.perform = (name, ...rest) => {
    const kind = world.kindOf(name);
    if (
      kind &&
      kind !== 'navigation' &&
      !name.startsWith('Host.') &&
      rest.length > 1 &&
      isMeant(name) &&
      ++calls === nth
    ) {
      stop();
      work();
    }
    return perform(name, ...rest);
  };
  return { count: () => calls, stop };
};
