/** Who sits at the keyboard. */
export type Person = 'operator' | 'staff';

/** One tab as `GET /local/state` lists it. */
export interface TabInfo {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
}

/** A custom menu, or a menu inside one. */
export interface Menu {
  readonly menu: string;
  readonly items: readonly MenuItem[];
}

/** An entry that the page itself carries out, as Google's own menus do. */
export interface Command {
  readonly item: string;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly run: () => void;
}

/** An entry, a submenu or a line between entries. */
export type MenuItem =
  | Menu
  | Command
  | { readonly item: string; readonly function: string }
  | { readonly separator: true };

/** What a user sees over the sheet: an alert or prompt that waits for an answer, or a page in a frame. */
export interface Dialog {
  readonly id: string;
  readonly kind: 'alert' | 'prompt' | 'modal' | 'modeless' | 'sidebar';
  readonly title: string;
  readonly text: string;
  /** OK, CANCEL, YES, NO. */
  readonly buttons: readonly string[];
  readonly width: number | null;
  readonly height: number | null;
  /** The address of the person who sees it. */
  readonly user: string;
}

/** A message that appeared in the corner. */
export interface Toast {
  readonly title: string;
  readonly message: string;
  readonly time: string;
  readonly user: string;
}

export interface Trigger {
  readonly id: string;
  readonly handler: string;
  /** ON_EDIT, ON_OPEN, ON_CHANGE, ON_FORM_SUBMIT or CLOCK. */
  readonly event: string;
  readonly user: string;
  /** When a clock runs it next; null for an event. */
  readonly next: string | null;
}

/** `GET /local/state` (docs/design.md 6.6). `clock` is ISO text. */
export interface State {
  readonly spreadsheet: string;
  readonly tabs: readonly TabInfo[];
  readonly menu: readonly Menu[];
  readonly functions: readonly string[];
  readonly toasts: readonly Toast[];
  readonly dialogs: readonly Dialog[];
  readonly triggers: readonly Trigger[];
  readonly clock: string;
  readonly timeZone: string;
  readonly mailQuotaLeft: number;
  readonly webAppUrl: string;
}

/** How cells look: background and text color, bold, whether a number, whether at the right; what a dropdown offers. */
export type Look = readonly [
  background: string | null,
  color: string | null,
  isBold: boolean,
  isNumber: boolean,
  isAtRight: boolean,
  choices: readonly string[] | null,
];

/** A cell: its text when it has the first look and no more; else its look too, what an editor begins with, its note. */
export type CellSent = string | readonly [display: string, look: number, typed: string, note: string];

/** Rows of a tab from `first` on, up to the last that is in use. */
export interface Piece {
  readonly first: number;
  readonly rows: readonly (readonly CellSent[])[];
  readonly looks: readonly Look[];
}

/** A tab as `GET /local/shown` says about it. */
export interface TabShown {
  readonly name: string;
  readonly layout: Layout;
  readonly pieces: readonly Piece[];
  readonly charts: readonly SheetChart[];
}

/** What `GET /local/shown` answers; emails and executions if they were asked for. */
export interface PageShown {
  readonly state: State;
  readonly tab: TabShown | null;
  readonly mails?: readonly Mail[];
  readonly executions?: readonly Execution[];
  /** While the sheet is still being made ready: how far it is. Everything but looking on waits until it is. */
  readonly progress?: string;
}

/** Cells as they are shown, of the rows of `GET /local/sheet/<tab>`, and which of these rows are hidden. */
export interface CopiedRows {
  readonly display: readonly (readonly string[])[];
  readonly hiddenRows: readonly number[];
}

export interface Mail {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly name: string | null;
  readonly replyTo: string | null;
  readonly time: string;
}

export interface Execution {
  readonly id: string;
  readonly kind: string;
  readonly function: string;
  readonly user: string;
  readonly start: string;
  readonly end: string | null;
  readonly status: string;
  readonly error: string | null;
  /** The script's own calls that led to the error, a line each. */
  readonly stack: string;
  /** What the local Apps Script does not have and was asked for. */
  readonly refusals: readonly string[];
  /** How often each service was called. */
  readonly calls: Readonly<Record<string, number>>;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly log: readonly string[];
}

/** How a tab is laid out, for the grid: hidden rows as runs from first to last, columns by number; all counted from 1. */
export interface Layout {
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly hiddenRows: readonly (readonly [first: number, last: number])[];
  readonly hiddenColumns: readonly number[];
  /** In pixels; null for the usual width. */
  readonly columnWidths: readonly (number | null)[];
  readonly filtered: readonly number[];
  /** How many charts it has. */
  readonly charts: number;
}

/** A chart of a tab with what it draws; its place is the upper left corner's cell and an offset in pixels. */
export interface SheetChart {
  readonly id: number;
  /** COLUMN, BAR, LINE, AREA, PIE, COMBO, SCATTER, ... */
  readonly type: string;
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Google's options by name, dotted names as nested objects. */
  readonly options: ChartOptions;
}

/** One line, or one color of bars. `pattern` is the number format of its cells, `texts` how they are shown. */
export interface ChartSeries {
  readonly name: string;
  readonly pattern: string;
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
}

/** What a script may have told about a chart; any of it may be missing or of another type. */
export type ChartOptions = Readonly<Record<string, unknown>>;

/** A value of a column, how often it is there, and whether its rows are hidden. */
export interface ColumnValue {
  readonly text: string;
  readonly count: number;
  readonly hidden: boolean;
}

/** A row that was looked for: null when there is none. `cells` and `columns` (numbers from 1) by header. */
export interface FoundRow {
  readonly row: number | null;
  readonly cells: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, number>>;
}
