import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where pictures go: `PICTURES=docs/images npx jest <file>` renews those of the docs. */
const FOLDER = process.env.PICTURES ?? 'build/pictures';

/** Keeps what the page shows now as a picture of that name. */
export const picture = async (page: Page, name: string): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
};
