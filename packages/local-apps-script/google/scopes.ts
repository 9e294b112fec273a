const AUTH = 'https://www.googleapis.com/auth';
const SHEETS = [`${AUTH}/spreadsheets.currentonly`, `${AUTH}/spreadsheets`, `${AUTH}/drive`];
const ALL_SHEETS = [`${AUTH}/spreadsheets`, `${AUTH}/drive`];
const DRIVE = [`${AUTH}/drive`];
const DRIVE_READ = [`${AUTH}/drive`, `${AUTH}/drive.readonly`];
const UI = [`${AUTH}/script.container.ui`];

/** Any one of the listed scopes is enough; looked up by the whole name first, then by the part before the dot. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'SpreadsheetApp.openById': ALL_SHEETS,
  'SpreadsheetApp.openByUrl': ALL_SHEETS,
  'SpreadsheetApp.create': ALL_SHEETS,
  'SpreadsheetApp.getUi': [],
  'Spreadsheet.toast': SHEETS,
  'Ui.showModalDialog': UI,
  'Ui.showModelessDialog': UI,
  'Ui.showSidebar': UI,
  'Session.getEmail': [`${AUTH}/userinfo.email`],
  'ScriptApp.newTrigger': [`${AUTH}/script.scriptapp`],
  'ScriptApp.getProjectTriggers': [`${AUTH}/script.scriptapp`],
  'ScriptApp.deleteTrigger': [`${AUTH}/script.scriptapp`],
  'DriveApp.getFileById': DRIVE_READ,
  'DriveApp.getFolderById': DRIVE_READ,
  'DriveApp.getRootFolder': DRIVE_READ,
  'DriveApp.getFilesByName': DRIVE_READ,
  'DriveApp.getFoldersByName': DRIVE_READ,
  DriveApp: DRIVE,
  File: DRIVE,
  Folder: DRIVE,
  MailApp: [`${AUTH}/script.send_mail`],
  Range: SHEETS,
  RangeList: SHEETS,
  Sheet: SHEETS,
  Sheets: ALL_SHEETS,
  Spreadsheet: SHEETS,
  SpreadsheetApp: SHEETS,
  TextFinder: SHEETS,
  UrlFetchApp: [`${AUTH}/script.external_request`],
};

/** The scopes of which a call needs one; empty when it needs none. */
export const scopesFor = (name: string): readonly string[] => NEEDED[name] ?? NEEDED[name.split('.')[0] ?? ''] ?? [];

/** What a simple trigger may not do: anything that needs more than the open spreadsheet (docs/google.md G38). */
export const deniedToSimpleTriggers = (name: string): boolean =>
  name !== 'Session.getEmail' &&
  scopesFor(name).length > 0 &&
  !scopesFor(name).includes(`${AUTH}/spreadsheets.currentonly`);
