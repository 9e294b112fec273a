import { resolve } from 'node:path';
import { app, type Served } from '../host/app';
import { Events } from '../host/events';
import { listen } from '../host/server';
import type { Office } from '../office';

/** A host that runs in this process. */
export interface HostHere {
  /** `http://localhost:<port>` */
  readonly address: string;
  close(): Promise<void>;
}

const TRIGGER_CHECK = 1_000;

/**
 * Serves an office from this process, for tests of pages, and closes it with the host: it keeps nothing on the disk. With
 * the direct transport every script runs in this thread, so none may ask a question while it runs.
 * @param project its name and calls (see Project), and the folder of the built page.
 */
export const serveHere = async (
  office: Office,
  project: Partial<Pick<Served, 'name' | 'calls' | 'page' | 'closedToOtherSites'>> = {},
): Promise<HostHere> => {
  const { name = 'Local Apps Script', calls = {}, page = resolve('build/page'), ...more } = project;
  const { world } = office;
  const events = new Events();
  const listening = await listen(
    0,
    app(Promise.resolve({ office, events, name, calls, page, ...more }), () => null),
  );
  const address = `http://localhost:${listening.port}`;
  world.webAppUrl = `${address}/exec`;
  world.onChange = (change) => {
    if (change.name !== 'Host.select') events.tick();
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
