import type { Office } from 'local-apps-script';

/** Runs something in the spreadsheet right after the next call of a service, as another execution would. */
export const afterCall = ({ world }: Office, service: string, work: () => void): void => {
  const perform = world.perform.bind(world);
  world.perform = (name, ...rest) => {
    const given = perform(name, ...rest);
    if (name === service) {
      world.perform = perform;
      work();
    }
    return given;
  };
};

/** The same right before the next call. */
export const beforeCall = ({ world }: Office, service: string, work: () => void): void => {
  const perform = world.perform.bind(world);
  world.perform = (name, ...rest) => {
    if (name === service) {
      world.perform = perform;
      work();
    }
    return perform(name, ...rest);
  };
};
