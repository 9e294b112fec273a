import { resolve } from 'node:path';
import { CALLS } from '../../demo/calls';
import { CPS } from '../../demo/cps';
import { setAuth } from '../../demo/set-up';
import { Clock } from '../../packages/local-apps-script/google/clock';
import { World } from '../../packages/local-apps-script/google/world';
import { app } from '../../packages/local-apps-script/host/app';
import { Events } from '../../packages/local-apps-script/host/events';
import { listen } from '../../packages/local-apps-script/host/server';
import { Office } from '../../packages/local-apps-script/office';
import { NOW } from './office';
import { restoreSetUp } from './set-up-shop';

/** A host that runs in this process. */
export interface HostHere {
  /** `http://localhost:<port>` */
  readonly address: string;
  close(): Promise<void>;
}

const TRIGGER_CHECK = 1_000;

/**
 * The host of `npm start` with a set-up sheet, for tests of pages: it keeps nothing on the disk, runs every script in this
 * thread (so no script may ask a question while it runs), and its clock runs from {@link NOW} on.
 */
export const startHere = async (): Promise<HostHere> => {
  const ahead = Date.parse(NOW) - Date.now();
  const world = new World(new Clock(() => Date.now() + ahead));
  const office = new Office({ ...CPS, world, script: 'dist', transport: 'direct' });
  await restoreSetUp(office, NOW);
  setAuth(office, 'open');
  const events = new Events();
  const listening = await listen(
    0,
    app(Promise.resolve({ office, events, name: CPS.name, page: resolve('build/page'), calls: CALLS }), () => null),
  );
  const address = `http://localhost:${listening.port}`;
  world.webAppUrl = `${address}/exec`;
  world.onChange = ({ name }) => {
    if (name !== 'Host.select') events.tick();
  };
  const triggers = setInterval(() => void office.tick(), TRIGGER_CHECK);
  return {
    address,
    async close() {
      clearInterval(triggers);
      events.close();
      await listening.close();
      await office.close();
    },
  };
};
