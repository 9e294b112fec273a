import { describe, expect, test } from '@jest/globals';
import { manifestProblems } from '../../tools/build/manifest.mjs';
import { neededScopes } from '../../tools/build/services.mjs';
import { manifest } from './project';

const problems = (change: object, needed = new Map<string, string>()) =>
  manifestProblems(JSON.stringify({ ...manifest, ...change }), needed);
const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

test('a manifest as it should be has no problems', () => {
  expect(problems({})).toEqual([]);
});

test('text that is not JSON is refused', () => {
  expect(manifestProblems('{"timeZone": ', new Map())).toEqual([expect.stringContaining('not JSON')]);
});

test.each([
  ['the old runtime', { runtimeVersion: 'DEPRECATED_ES5' }, 'V8'],
  ['an unknown time zone', { timeZone: 'America/Orlando' }, 'America/Orlando'],
  ['a missing time zone', { timeZone: undefined }, 'time zone'],
  ['a web app that runs as its visitor', { webapp: { ...manifest.webapp, executeAs: 'USER_ACCESSING' } }, 'webapp'],
  ['a web app for signed-in visitors', { webapp: { ...manifest.webapp, access: 'ANYONE' } }, 'webapp'],
  ['no web app', { webapp: undefined }, 'webapp'],
  ['no advanced service', { dependencies: undefined }, 'sheets v4'],
  [
    'the advanced service under another name',
    { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Api', serviceId: 'sheets', version: 'v4' }] } },
    'sheets v4',
  ],
  ['no scopes', { oauthScopes: undefined }, 'oauthScopes'],
])('%s is refused', (_, change, word) => {
  expect(problems(change)).toEqual([expect.stringContaining(word)]);
});

describe('scopes', () => {
  const mail = scope('script.send_mail');

  test('a scope that is needed but not listed is named with the use that needs it', () => {
    expect(problems({}, new Map([[mail, 'MailApp']]))).toEqual([
      `appsscript.json: ${mail} is missing, MailApp needs it`,
    ]);
  });

  test('a scope that is listed but not needed is named', () => {
    expect(problems({ oauthScopes: [mail] })).toEqual([expect.stringContaining(`${mail} is asked for`)]);
  });

  test('a scope that is listed twice is refused', () => {
    expect(problems({ oauthScopes: [mail, mail] }, new Map([[mail, 'MailApp']]))).toEqual([
      expect.stringContaining('twice'),
    ]);
  });

  test.each([
    ["SpreadsheetApp.openById('x')", 'spreadsheets'],
    ['Sheets.Spreadsheets.batchUpdate({}, id)', 'spreadsheets'],
    ['MailApp.sendEmail({})', 'script.send_mail'],
    ["ScriptApp.newTrigger('f')", 'script.scriptapp'],
    ['UrlFetchApp.fetch(url)', 'script.external_request'],
    ['DriveApp.getFileById(id)', 'drive'],
    ['Session.getEffectiveUser().getEmail()', 'userinfo.email'],
    ['ui.showModalDialog(page, title)', 'script.container.ui'],
    ['ui?.showSidebar(page)', 'script.container.ui'],
  ])('%s needs %s', (code, name) => {
    expect([...neededScopes(`function f(ui, id, url, page, title) { return ${code}; }`).keys()]).toEqual([scope(name)]);
  });

  test.each([
    'ScriptApp.getService().getUrl()',
    'Session.getScriptTimeZone()',
    'CacheService.getScriptCache()',
    'Utilities.getUuid()',
    "'MailApp.sendEmail'",
    'mail.MailApp',
  ])('%s needs none', (code) => {
    expect([...neededScopes(`function f(mail) { return ${code}; }`).keys()]).toEqual([]);
  });
});
