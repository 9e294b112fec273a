import type { Office } from '../../local/office';

/** Does something right before the n-th counted service call from here on. `count`: how many calls there were till then. */
export const beforeNth = (
  { world }: Office,
  nth: number,
  work: () => void,
): { count: () => number; stop: () => void } => {
  const perform = world.perform.bind(world);
  let calls = 0;
  const stop = () => {
    world.perform = perform;
  };
  world.perform = (name, ...rest) => {
    const kind = world.kindOf(name);
    if (kind && kind !== 'navigation' && !name.startsWith('Host.') && rest.length > 1 && ++calls === nth) {
      stop();
      work();
    }
    return perform(name, ...rest);
  };
  return { count: () => calls, stop };
};
