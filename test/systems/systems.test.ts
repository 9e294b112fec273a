import { readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { postingLines } from '../../demo/greeting';
import { below } from '../../tools/shared/paths.mjs';
import { browserFor } from '../support/browser-places.mjs';

const machine = (platform: string, there: readonly string[] = [], arch = 'x64', env: Record<string, string> = {}) => ({
  platform,
  arch,
  env: {
    HOME: '/Users/dana',
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\dana\\AppData\\Local',
    ...env,
  },
  exists: (path: string) => there.includes(path),
});

describe('the browser of the tests', () => {
  test.each([
    ['linux', '/usr/bin/google-chrome'],
    ['linux', '/snap/bin/chromium'],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', '/Users/dana/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', 'C:\\Users\\dana\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
  ])('is found on %s at %s, on ARM too', (platform, path) => {
    for (const arch of ['x64', 'arm64']) expect(browserFor(machine(platform, [path], arch))).toEqual({ browser: path });
  });

  test('comes with the packages where Linux on x64 has none', () => {
    expect(browserFor(machine('linux'))).toEqual({ unpack: true });
  });

  test.each([
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['darwin', 'x64'],
    ['win32', 'x64'],
    ['win32', 'arm64'],
  ])('is asked for in one sentence on %s %s without one', (platform, arch) => {
    expect(browserFor(machine(platform, [], arch))).toEqual({
      problem: 'No Chrome was found: install Google Chrome, or let CHROME_PATH name a Chromium.',
    });
  });

  test('is the one that CHROME_PATH names, and no other when that is not there', () => {
    const env = { CHROME_PATH: 'D:\\chrome.exe' };
    expect(browserFor(machine('win32', ['D:\\chrome.exe'], 'x64', env))).toEqual({ browser: 'D:\\chrome.exe' });
    const elsewhere = ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'];
    expect(browserFor(machine('win32', elsewhere, 'x64', env))).toEqual({
      problem: 'CHROME_PATH names D:\\chrome.exe, where no program is.',
    });
  });
});

describe('the line that posts a first order', () => {
  const ADDRESS = 'http://localhost:8787/exec';
  const linesOn = (platform: NodeJS.Platform, mode: 'open' | 'signature') =>
    postingLines(ADDRESS, mode, { webhookSecret: 'whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=', sharedKey: null }, 0, platform);

  test.each(['linux', 'darwin'] as const)('is one of curl on %s', (platform) => {
    expect(linesOn(platform, 'open').at(-1)).toMatch(
      /^curl -sL -H '[^']+' -d '\{[^']+\}' http:\/\/localhost:8787\/exec$/,
    );
  });

  // PowerShell reads what is in single quotes as it is: `&` and double quotes included.
  test.each(['open', 'signature'] as const)("is PowerShell's own on Windows (%s)", (mode) => {
    const line = linesOn('win32', mode).at(-1) ?? '';
    const [, body = '', address = ''] =
      /^Invoke-RestMethod -Method Post -ContentType 'application\/json' -Body '([^']+)' -Uri '([^']+)'$/.exec(line) ??
      [];
    expect(JSON.parse(body)).toMatchObject({ customerName: 'Paul Smith' });
    expect(address.startsWith(ADDRESS)).toBe(true);
    expect(address.includes('webhook-signature=')).toBe(mode === 'signature');
  });
});

/** What cmd.exe does not know, or reads in another way: variables in front, single quotes, `;`, other programs than npm's and Node. */
const POSIX_ONLY = /(^|&& )[A-Z_]+=|'|;|\$|`|\|(?!\|)|(?<!&)&(?!&)|>|(^|&& )(rm|cp|mv|mkdir|cat|export|bash|sh|\.\/)\b/;

test.each(['package.json', 'packages/local-apps-script/package.json'])(
  'no script of %s is for one system only',
  (path) => {
    const { scripts = {} } = JSON.parse(readFileSync(path, 'utf8')) as { scripts?: Record<string, string> };
    expect(Object.entries(scripts).filter(([, script]) => POSIX_ONLY.test(script))).toEqual([]);
    for (const script of [
      'A=b node x.mjs',
      'rm -rf x',
      "node -e 'x'",
      'a | b',
      'a & b',
      'echo $A',
      'a > b',
      'x && sh y.sh',
    ])
      expect([script, POSIX_ONLY.test(script)]).toEqual([script, true]);
  },
);

test('a path below the project is written with / on every system', () => {
  expect(below('C:\\cps\\src', 'C:\\cps\\src\\print\\page\\run.tsx', win32)).toBe('print/page/run.tsx');
  expect(below('/cps/src', '/cps/src/print/page/run.tsx', posix)).toBe('print/page/run.tsx');
});
