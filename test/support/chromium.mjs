import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/opt/google/chrome/chrome',
];

/**
 * A Chromium to test with: the one that CHROME_PATH names, an installed one, else the one that came with the packages,
 * unpacked once into this machine's folder for temporary files.
 * @returns {Promise<{ browser: string, fonts?: string }>} the program, and the fontconfig file to give it
 */
export const findChromium = async () => {
  const browser = process.env.CHROME_PATH ?? installed.find((path) => existsSync(path));
  if (browser) return { browser };
  const require = createRequire(import.meta.url);
  const { version } = JSON.parse(
    await readFile(join(require.resolve('@sparticuz/chromium'), '../../../package.json'), 'utf8'),
  );
  const folder = join(tmpdir(), `cps-orders-chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return { browser: join(folder, 'chromium'), fonts: join(folder, 'fonts.conf') };
};

/** Unpacks aside and moves into place, so that two test runs at once do not meet half a browser. @param {string} folder */
const unpack = async (folder) => {
  const { default: chromium } = await import('@sparticuz/chromium');
  const draft = await mkdtemp(`${folder}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = draft;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await writeFile(join(draft, 'fonts.conf'), fontsConf(folder));
  await rename(draft, folder).catch((error) => {
    if (!existsSync(folder)) throw error;
    return rm(draft, { recursive: true });
  });
};

/** The machine's own fonts, and those that came with the browser for a machine that has none. @param {string} folder */
const fontsConf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
