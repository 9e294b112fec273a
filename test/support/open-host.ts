import { afterAll, beforeAll } from '@jest/globals';
import { type Called, get, type HostHere, post } from 'local-apps-script/testing';
import type { Browser } from 'playwright-core';
import { cleanUp, newFolder, startHost } from '../host/host-process';
import { launch } from './browser';
import { type OpenDialog, openDialog } from './dialogs';
import { startHere } from './host-here';

/** A host with the product and a browser, for all tests of a file. */
export interface OpenHost {
  /** `http://localhost:<port>` */
  readonly address: string;
  readonly browser: Browser;
  /** GET a control call. */
  get(path: string): Promise<Called>;
  /** POST a control call, or an order to `/exec`. */
  post(path: string, body?: unknown): Promise<Called>;
  /** Chooses a menu item and opens the page that it shows. */
  dialog(item: string, options?: Parameters<typeof openDialog>[3]): Promise<OpenDialog>;
}

/**
 * Starts both before the first test of the file that calls this, and ends them after its last. A new sheet without options
 * is served in this process.
 * @param args options of `npm start --`.
 * @param fill makes a data folder to begin with; without it the sheet is new.
 */
export const openHost = (args: readonly string[] = [], fill?: (folder: string) => Promise<void>): OpenHost => {
  let address = '';
  let browser: Browser | undefined;
  let here: HostHere | undefined;
  const started = (): Browser => {
    if (!browser) throw new Error('the browser is there once the tests of the file run');
    return browser;
  };
  beforeAll(async () => {
    const start = async () => {
      if (args.length === 0 && !fill) {
        here = await startHere();
        return here;
      }
      const folder = newFolder();
      await fill?.(folder);
      return startHost('--data', folder, ...args);
    };
    [{ address }, browser] = await Promise.all([start(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await here?.close();
    await cleanUp();
  });
  return {
    get address() {
      return address;
    },
    get browser() {
      return started();
    },
    get: (path) => get(address, path),
    post: (path, body) => post(address, path, body),
    dialog: (item, options) => openDialog(started(), address, item, options),
  };
};
