import { sheetsApi } from './sheets-api';
import { loadPageBundle, loadStaffBundle } from './side-bundles';

/** What a check under way remembers: its trigger, and since when. */
interface Waiting {
  readonly id: string;
  readonly at: number;
}

const WAITING = 'ACCOUNT_CHECK';
const RANG = 'ACCOUNT_CHECK_RANG';
/** Milliseconds after which a trigger that has not run will not run. */
const PATIENCE = 180_000;

/**
 * Whether someone runs this in front of the sheet or in the script editor: a visitor of the web app is nobody to Google, or
 * someone else than the account that the web app runs as (docs/google.md G36).
 */
export const isOwnRun = (): boolean => {
  const person = Session.getActiveUser().getEmail();
  return person !== '' && person === Session.getEffectiveUser().getEmail();
};

/** The trigger of a check has run, so it may name a method. At any other time nothing happens. */
export const noteAccountRang = (): void => {
  const properties = PropertiesService.getScriptProperties();
  if (properties.getProperty(WAITING)) properties.setProperty(RANG, 'yes');
};

/**
 * Finds out, without a menu, a dialog or another bundle, what keeps the program from running in this account.
 * @returns a line for each thing, in plain words.
 */
export const checkAccount = (): readonly string[] => [
  tried('The Google Sheets API', () => {
    sheetsApi().get(SpreadsheetApp.getActiveSpreadsheet().getId(), { fields: 'spreadsheetId' });
  }),
  tried('The other bundles', () => {
    loadStaffBundle();
    loadPageBundle();
  }),
  methodsLine(),
];

const tried = (what: string, work: () => void): string => {
  try {
    work();
    return `${what}: OK.`;
  } catch (error) {
    return `${what}: failed (${String(error)}). See docs/first-run.md.`;
  }
};

const METHODS = 'Menus and triggers that name a method';

/** Begins with a trigger, and tells in a later run whether it ran. */
const methodsLine = (): string => {
  const properties = PropertiesService.getScriptProperties();
  const waiting = JSON.parse(properties.getProperty(WAITING) || 'null') as Waiting | null;
  const hasRung = properties.getProperty(RANG) === 'yes';
  if (!waiting) {
    const trigger = ScriptApp.newTrigger('App.accountRang').timeBased().after(1_000).create();
    properties.setProperty(WAITING, JSON.stringify({ id: trigger.getUniqueId(), at: Date.now() }));
  }
  if (!waiting || (!hasRung && Date.now() - waiting.at < PATIENCE))
    return `${METHODS}: testing. Run this again in two minutes.`;
  for (const trigger of ScriptApp.getProjectTriggers())
    if (trigger.getUniqueId() === waiting.id) ScriptApp.deleteTrigger(trigger);
  properties.deleteProperty(WAITING);
  properties.deleteProperty(RANG);
  return `${METHODS}: ${hasRung ? 'OK.' : 'failed. Push the build with --flat (see docs/first-run.md).'}`;
};
