import { chain, memberName, parse, walk } from './syntax.mjs';

const scope = (/** @type {string} */ name) => `https://www.googleapis.com/auth/${name}`;

/** The global names by which a script reaches Google. */
export const services = [
  ...['SpreadsheetApp', 'Sheets', 'MailApp', 'GmailApp', 'DriveApp', 'Drive', 'CacheService', 'PropertiesService'],
  ...['LockService', 'ScriptApp', 'Session', 'Utilities', 'UrlFetchApp', 'HtmlService', 'ContentService', 'Logger'],
  ...['XmlService', 'Charts', 'CalendarApp', 'DocumentApp', 'FormApp', 'Browser', 'Jdbc', 'LanguageApp', 'console'],
];

/**
 * Which use needs which scope, as Google's reference lists it per method. The key is the start of a call's chain;
 * `.name` is that method of any object. A service that is not listed needs none.
 * @type {Record<string, string>}
 */
const scopes = {
  SpreadsheetApp: scope('spreadsheets'),
  Sheets: scope('spreadsheets'),
  MailApp: scope('script.send_mail'),
  GmailApp: 'https://mail.google.com/',
  DriveApp: scope('drive'),
  Drive: scope('drive'),
  UrlFetchApp: scope('script.external_request'),
  CalendarApp: scope('calendar'),
  DocumentApp: scope('documents'),
  FormApp: scope('forms'),
  'Session.getActiveUser': scope('userinfo.email'),
  'Session.getEffectiveUser': scope('userinfo.email'),
  'ScriptApp.newTrigger': scope('script.scriptapp'),
  'ScriptApp.deleteTrigger': scope('script.scriptapp'),
  'ScriptApp.getProjectTriggers': scope('script.scriptapp'),
  'ScriptApp.getUserTriggers': scope('script.scriptapp'),
  '.showModalDialog': scope('script.container.ui'),
  '.showModelessDialog': scope('script.container.ui'),
  '.showSidebar': scope('script.container.ui'),
};

/**
 * The scopes that a bundle needs, each with one use that needs it.
 * @param {string} code
 * @returns {Map<string, string>} scope -> use
 */
export const neededScopes = (code) => {
  const needed = new Map();
  walk(parse(code), (node) => {
    if (node.type !== 'MemberExpression') return;
    const [root, method] = chain(node) ?? [];
    for (const use of [root, `${root}.${method}`, `.${memberName(node)}`]) {
      const wanted = use === undefined ? undefined : scopes[use];
      if (wanted && !needed.has(wanted)) needed.set(wanted, use?.replace(/^\./, ''));
    }
  });
  return needed;
};

/**
 * The pages that the code opens by name: `HtmlService.createTemplateFromFile('envelopes')` -> `envelopes`.
 * @param {string} code
 * @returns {string[]}
 */
export const openedPages = (code) => {
  const names = new Set();
  walk(parse(code), (node) => {
    if (node.type !== 'CallExpression' || !/^create(Template|HtmlOutput)FromFile$/.test(memberName(node.callee) ?? ''))
      return;
    if (typeof node.arguments[0]?.value === 'string') names.add(node.arguments[0].value);
  });
  return [...names].sort();
};
