import { createServer } from 'node:http';

/** Chromium talks to nothing but the pages that it is given: everything that it does in the background is off. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  // Whatever a page asks of other machines, it does not get.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

/**
 * How a headless Chromium is started (global-setup.cjs has found or unpacked one).
 * @throws Error when it has not
 */
export const launchOptions = () => {
  const { CHROMIUM, CHROMIUM_FONTS, ...env } = process.env;
  if (!CHROMIUM) throw new Error('CHROMIUM is not set: run the tests by Jest, whose global set-up finds a browser');
  const fonts = CHROMIUM_FONTS ? { FONTCONFIG_FILE: CHROMIUM_FONTS } : {};
  return { executablePath: CHROMIUM, env: { ...env, ...fonts }, args: ARGUMENTS };
};

/**
 * One browser for the test files of a run: started when the first of them asks for it, started again when it has died.
 * @returns {Promise<{ address: string, close(): Promise<void> }>} `address` answers a GET with what to connect to
 */
export const offerBrowser = async () => {
  /** @type {Promise<import('playwright-core').BrowserServer> | null} */
  let started = null;
  const start = async () => {
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launchServer(launchOptions());
    browser.on('close', () => {
      started = null;
    });
    return browser;
  };
  const door = createServer(async (_, response) => {
    try {
      started ??= start();
      response.end((await started).wsEndpoint());
    } catch (error) {
      started = null;
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise((listening) => door.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (door.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    async close() {
      door.closeAllConnections();
      door.close();
      await (await started)?.close();
    },
  };
};
