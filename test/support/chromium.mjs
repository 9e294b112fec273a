import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { browserFor } from './browser-places.mjs';
import { fontOf } from './woff.mjs';

const require = createRequire(import.meta.url);

/**
 * A Chromium to test with: the one that CHROME_PATH names, an installed one, else the one that came with the packages,
 * unpacked once into this machine's folder for temporary files.
 * @returns {Promise<{ browser: string, fonts?: string }>} the program, and the fontconfig file to give it
 * @throws Error with a readable sentence when there is none
 */
export const findChromium = async () => {
  const found = browserFor({ platform: process.platform, arch: process.arch, env: process.env, exists: existsSync });
  if ('problem' in found) throw new Error(found.problem);
  if ('browser' in found) {
    const { browser } = found;
    return process.platform === 'linux' ? { browser, fonts: await fonts([]) } : { browser };
  }
  const { version } = JSON.parse(
    await readFile(join(require.resolve('@sparticuz/chromium'), '../../../package.json'), 'utf8'),
  );
  const folder = join(tmpdir(), `cps-orders-chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return { browser: join(folder, 'chromium'), fonts: await fonts([join(folder, 'fonts')]) };
};

/**
 * The fontconfig file for the browser: the machine's fonts, those that came with the browser, and one from the packages
 * that has a glyph for every script, so that a print without one is a fault of ours.
 * @param {readonly string[]} folders of further fonts
 */
const fonts = async (folders) => {
  const package_ = dirname(require.resolve('@fontsource/unifontex/package.json'));
  const { version } = JSON.parse(await readFile(join(package_, 'package.json'), 'utf8'));
  const folder = join(tmpdir(), `cps-orders-fonts-${version}-${folders.length}`);
  if (!existsSync(folder)) {
    const draft = await mkdtemp(`${folder}-`);
    const woff = await readFile(join(package_, 'files/unifontex-latin-400-normal.woff'));
    await writeFile(join(draft, 'unifontex.ttf'), fontOf(woff));
    await writeFile(join(draft, 'fonts.conf'), fontsConf([...folders, folder], join(folder, 'cache')));
    await moved(draft, folder);
  }
  return join(folder, 'fonts.conf');
};

/** Moves a finished folder into its place; another run may have been first. @param {string} draft @param {string} folder */
const moved = (draft, folder) =>
  rename(draft, folder).catch((error) => {
    if (!existsSync(folder)) throw error;
    return rm(draft, { recursive: true });
  });

/** Unpacks aside and moves into place, so that two test runs at the same time don't meet half a browser. @param {string} folder */
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
  await moved(draft, folder);
};

/** @param {readonly string[]} folders @param {string} cache */
const fontsConf = (folders, cache) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
</fontconfig>
`;
