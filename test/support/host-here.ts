import { Clock, Office, World } from 'local-apps-script';
import { type HostHere, serveHere } from 'local-apps-script/testing';
import { CPS } from '../../demo/cps';
import { closedToOtherSites } from '../../demo/other-sites';
import { CALLS } from '../../demo/post-as-platform';
import { setAuth } from '../../demo/set-up';
import { NOW } from './office';
import { restoreSetUp } from './set-up-shop';

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
  return serveHere(office, { name: CPS.name, calls: CALLS, closedToOtherSites });
};
