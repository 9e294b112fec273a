/**
 * The script's side of the local Apps Script, evaluated in the script's own context before its files:
 * arrays, dates and errors are the script's own, and `instanceof` tells the truth (docs/design.md 6.3).
 */
import { advancedServices } from './advanced-services';
import { ready } from './bridge';
import { CacheService } from './cache';
import { followTheWorld } from './clock-and-chance';
import { consoleGlobals } from './console';
import { ContentService } from './content';
import { DriveApp } from './drive';
import { HtmlService } from './html';
import { invoke } from './invoke';
import { LockService } from './lock';
import { keepLongFunctions } from './long-functions';
import { MailApp } from './mail';
import { MimeType } from './mime-type';
import { notBuilt } from './not-built';
import { PropertiesService } from './properties';
import { ScriptApp } from './script-app';
import { Session } from './session';
import { spreadsheetGlobals } from './spreadsheet/index';
import { UrlFetchApp } from './url-fetch';
import { Utilities } from './utilities';

followTheWorld();
keepLongFunctions();
Object.assign(globalThis, {
  ...notBuilt(),
  ...consoleGlobals(),
  ...spreadsheetGlobals(),
  ...advancedServices(),
  CacheService,
  ContentService,
  DriveApp,
  HtmlService,
  LockService,
  MailApp,
  MimeType,
  PropertiesService,
  ScriptApp,
  Session,
  UrlFetchApp,
  Utilities,
});
ready(invoke);
