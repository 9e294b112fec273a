import { posix, win32 } from 'node:path';

/** The programs, below the folders in which Windows installs for all and for one; the newest first. */
const onWindows = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

const onMac = [
  ['Google Chrome.app', 'Contents', 'MacOS', 'Google Chrome'],
  ['Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['Microsoft Edge.app', 'Contents', 'MacOS', 'Microsoft Edge'],
];

const onLinux = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge',
];

/**
 * Where a system installs Chrome, or a browser of the same make.
 * @param {string} platform as `process.platform`
 * @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
const placesOn = (platform, env) => {
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return onWindows.flatMap((parts) => folders.map((folder) => win32.join(folder, ...parts)));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return onMac.flatMap((parts) => folders.map((folder) => posix.join(folder, ...parts)));
  }
  return onLinux;
};

/**
 * Which browser the tests use.
 * @param {{ platform: string, arch: string, env: Record<string, string | undefined>, exists: (path: string) => boolean }} machine
 * @returns {{ browser: string } | { unpack: true } | { problem: string }} `unpack`: the one that comes with the packages, which
 * is for Linux on x64 only
 */
export const browserFor = ({ platform, arch, env, exists }) => {
  const { CHROME_PATH } = env;
  if (CHROME_PATH)
    return exists(CHROME_PATH)
      ? { browser: CHROME_PATH }
      : { problem: `CHROME_PATH names ${CHROME_PATH}, where no program is.` };
  const browser = placesOn(platform, env).find(exists);
  if (browser) return { browser };
  if (platform === 'linux' && arch === 'x64') return { unpack: true };
  return { problem: 'No Chrome was found: install Google Chrome, or let CHROME_PATH name a Chromium.' };
};
