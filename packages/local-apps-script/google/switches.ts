/**
 * What Google does differently by account, or what nobody has confirmed yet (what docs/google.md calls believed), as
 * switches: tests run both positions. They belong to a run of the host, not to its data.
 */
export interface Switches {
  /** Consumer account or Workspace: 100 or 1,500 email recipients a day (docs/google.md G1). */
  account: 'consumer' | 'workspace';
  /** Email recipients a day; null = what the account allows. */
  mailQuota: number | null;
  /** Reads and writes of properties a day; null = what the account allows. */
  propertyQuota: number | null;
  /** Calls of UrlFetchApp a day; null = what the account allows. */
  fetchQuota: number | null;
  /** Spreadsheets that a user may make a day; null = what the account allows. */
  spreadsheetQuota: number | null;
  /** Milliseconds that a user's installed triggers may run a day; null = what the account allows. */
  triggerTimeQuota: number | null;
  /** Whether changes by a script's API calls fire onChange triggers (docs/google.md G44). */
  apiWritesFireOnChange: boolean;
  /** What becomes of edit events when edits come fast: all arrive, none, or only at the next move of the clock. */
  editEvents: 'arrive' | 'lost' | 'late';
  /** Whether google.script.run reaches methods such as `App.x` by a hand-made call (docs/google.md G29). */
  runReachesMethods: boolean;
  /** Whether installed triggers and menu items may name methods such as `App.x` (docs/google.md G48). */
  methodHandlers: boolean;
  /** Whether one Date in a result of google.script.run makes the whole result null, or only itself. */
  dateLosesResult: boolean;
  /** Whether DriveApp's makeCopy of a spreadsheet takes its properties along (docs/google.md G110). */
  copyKeepsProperties: boolean;
  /** Whether `getActiveSpreadsheet()` works in a web app and a time trigger, or is null (docs/google.md G27). */
  activeWithoutDocument: boolean;
  /** Whether the document's lock, cache and properties are there in a web app and a time trigger, too (docs/google.md G25). */
  documentEverywhere: boolean;
  /** Whether `getService().getUrl()` is the /dev address in menus, dialogs and triggers (docs/google.md G32). */
  devUrlInSheet: boolean;
  /** Whether clearing one cell tells `oldValue` (docs/google.md G42). */
  clearTellsOldValue: boolean;
  /** A scope that people have not given consent to, or `none`: calls that need it fail, `getAuthorizationInfo` says so. */
  withheldScope: string;
  /** Whether a page of the web app may navigate the top window, as those of stand-alone scripts may (docs/google.md G35). */
  topNavigation: boolean;
  /** How `getHandlerFunction()` names a handler such as `App.sweep`: as it was given, its last part alone, or not at all. */
  handlerNames: 'whole' | 'last part' | 'none';
  /** Whether services word their errors in the account's language, and that is not English (docs/google.md G100). */
  otherLanguage: boolean;
  /** Whether the clock moves by the estimated cost of each service call. */
  costsMoveClock: boolean;
}

/** The positions that a run starts with. */
export const defaultSwitches = (): Switches => ({
  account: 'consumer',
  mailQuota: null,
  propertyQuota: null,
  fetchQuota: null,
  spreadsheetQuota: null,
  triggerTimeQuota: null,
  apiWritesFireOnChange: false,
  editEvents: 'arrive',
  runReachesMethods: false,
  methodHandlers: true,
  dateLosesResult: false,
  copyKeepsProperties: false,
  activeWithoutDocument: true,
  documentEverywhere: false,
  devUrlInSheet: false,
  clearTellsOldValue: true,
  withheldScope: 'none',
  topNavigation: false,
  handlerNames: 'whole',
  otherLanguage: false,
  costsMoveClock: false,
});
