import { get, post } from 'local-apps-script/testing';
import type { Browser, Frame, Page } from 'playwright-core';

/** A dialog of the product in a real browser, as the person sees it. */
export interface OpenDialog {
  readonly page: Page;
  readonly frame: Frame;
  /** What the browser complained about. */
  readonly problems: readonly string[];
}

/** Chooses a menu item in a host and opens the page that it shows, at its own size. */
export const openDialog = async (
  browser: Browser,
  address: string,
  item: string,
  { user = 'operator', width = 0, height = 0 }: { user?: string; width?: number; height?: number } = {},
): Promise<OpenDialog> => {
  const before = (await get(address, '/local/state')).json.dialogs as { id: string }[];
  const { json } = await post(address, '/local/menu', { item, user });
  const dialogs = (await get(address, '/local/state')).json.dialogs as {
    id: string;
    width: number | null;
    height: number | null;
  }[];
  const opened = dialogs.find(({ id }) => !before.some((other) => other.id === id));
  if (!opened) throw new Error(`${item} opened no dialog: ${JSON.stringify(json)}`);
  return openPage(browser, address, opened.id, {
    width: width || opened.width || 300,
    height: height || opened.height || 700,
  });
};

const openPage = async (
  browser: Browser,
  address: string,
  id: string,
  viewport: { width: number; height: number },
): Promise<OpenDialog> => {
  const problems: string[] = [];
  const page = await browser.newPage({ viewport });
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${address}/local/dialog/${id}`);
  await page.frameLocator('iframe').locator('#app > *').first().waitFor();
  const [, frame] = page.frames();
  if (!frame) throw new Error('the dialog has no frame');
  return { page, frame, problems };
};
