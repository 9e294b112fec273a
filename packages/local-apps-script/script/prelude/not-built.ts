import { strict } from './strict';

/** Google's other services: there, and refusing whatever is asked of them. */
const NAMES = [
  'Browser',
  'CalendarApp',
  'CardService',
  'ConferenceDataService',
  'ContactsApp',
  'DataStudioApp',
  'DocumentApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'SlidesApp',
  'XmlService',
];

/** Globals whose every member throws `not available in the local Apps Script: GmailApp.search`. */
export const notBuilt = (): Record<string, unknown> =>
  Object.fromEntries(NAMES.map((name) => [name, strict({}, name)]));
