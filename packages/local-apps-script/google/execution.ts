import type { Json } from './operations';

/** Why a piece of script runs; it decides whose rights it has and whether it may call `getUi()`. */
export type ExecutionKind =
  | 'doGet'
  | 'doPost'
  | 'menu'
  | 'dialog'
  | 'simple trigger'
  | 'edit trigger'
  | 'change trigger'
  | 'open trigger'
  | 'time trigger'
  /** google.script.run from a page of the web app. */
  | 'web page'
  /** A function started by hand, as from the script editor. */
  | 'run';

/** What to run: made by Google's side (a web request, a due trigger, a menu click), carried out by a runner. */
export interface ExecutionRequest {
  readonly kind: ExecutionKind;
  /** A top-level function (`doPost`) or a method of a top-level object (`App.onSheetEdit`). */
  readonly function: string;
  /** The one argument of a trigger or web request (an event), or the arguments of google.script.run. */
  readonly args: readonly Json[];
  readonly effectiveUser: string;
  readonly activeUser: string;
  /** The spreadsheet whose script runs. */
  readonly bound: string;
  /** Only functions declared at top level may be called: google.script.run. */
  readonly topLevelOnly?: boolean;
  /** Whether `SpreadsheetApp.getUi()` works. */
  readonly hasUi: boolean;
}

/** A place in the script, as a reader looks it up. */
export interface ErrorPlace {
  /** From the script's folder: `Code.js`, `Page.html`; `evaluated.js` for a text that the script evaluated. */
  readonly file: string;
  readonly line: number;
  readonly column: number | null;
}

/** What an execution left: plain data, listed by `GET /local/executions`. */
export interface ExecutionRecord {
  readonly id: string;
  readonly kind: ExecutionKind;
  readonly function: string;
  readonly effectiveUser: string;
  readonly start: number;
  end: number | null;
  status: 'running' | 'completed' | 'failed' | 'killed' | 'timed out';
  error: string | null;
  /** Where the error was thrown: of the script's own files; null without an error, or when none of them had to do with it. */
  place: ErrorPlace | null;
  /** The script's own calls that led there, a line each; empty without a place. */
  stack: string;
  /** What the local Apps Script does not have and was asked for (`Range.foo`), once each; also what the script caught. */
  refusals: string[];
  /** Service calls that reach Google, by name (`Range.setValues`: 2); navigation is not counted. */
  calls: Record<string, number>;
  cellsRead: number;
  cellsWritten: number;
  /** What went to the Sheets advanced service and came back, in bytes. */
  apiBytes: number;
  /** Estimated cost of those calls, milliseconds, from the cost table. */
  cost: number;
  log: string[];
}

/** A page that HtmlService made. */
export interface HtmlPage {
  readonly content: string;
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly faviconUrl: string | null;
  readonly xFrame: string;
  readonly metaTags: readonly { readonly name: string; readonly content: string }[];
}

/** What came back from the script. */
export type Outcome =
  | { readonly status: 'completed'; readonly value: ScriptValue }
  | {
      readonly status: 'failed';
      readonly error: { readonly name: string; readonly message: string; readonly stack: string };
    }
  | { readonly status: 'killed' }
  | { readonly status: 'timed out' };

/** A returned value: what the web app and google.script.run can carry, told apart. */
export type ScriptValue =
  | { readonly type: 'text'; readonly mimeType: string; readonly content: string; readonly fileName: string | null }
  | ({ readonly type: 'html' } & HtmlPage)
  /** `lost`: a Date was in it and became null. */
  | { readonly type: 'json'; readonly value: Json; readonly lost: boolean }
  | { readonly type: 'nothing' }
  | { readonly type: 'unsupported' };
