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

/** What a person sees over the sheet: an alert or prompt that waits for an answer, or a page in a frame. */
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

/** `GET /local/state` (design.md 6). `clock` is ISO text. */
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
  readonly webhookSecret: string | null;
}

/** The rule of a cell: what may be chosen (null: anything), and whether other values are refused. */
export interface Rule {
  readonly choices: readonly string[] | null;
  readonly strict: boolean;
}

/**
 * A piece of a tab, as `GET /local/sheet/<tab>` gives it; each grid is a list of rows, up to the last row that is in
 * use. `rows` and `columns` are the tab's size; `validations` holds indexes of `rules`.
 */
export interface SheetPart {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly (readonly (string | number | boolean)[])[];
  readonly display: readonly (readonly string[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly notes: readonly (readonly string[])[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly frozenRows: number;
  /** Rows of this piece that are hidden, by hand or by a filter. */
  readonly hiddenRows: readonly number[];
  readonly columnWidths: readonly (number | null)[];
  readonly backgrounds: readonly (readonly (string | null)[])[];
  readonly fontColors: readonly (readonly (string | null)[])[];
  readonly bold: readonly (readonly (boolean | null)[])[];
  readonly alignments: readonly (readonly (string | null)[])[];
  readonly validations: readonly (readonly (number | null)[])[];
  readonly rules: readonly Rule[];
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
  readonly filtered: readonly number[];
  /** How many charts stand on it. */
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

/** One line, or one colour of bars. `pattern` is the number format of its cells, `texts` how they are shown. */
export interface ChartSeries {
  readonly name: string;
  readonly pattern: string;
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
}

/** What a script may have told about a chart; any of it may be missing or of another type. */
export type ChartOptions = Readonly<Record<string, unknown>>;

/** A value of a column, how often it stands there, and whether its rows are hidden. */
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

/** What the web app answered to a post. */
export interface PostAnswer {
  readonly ok: boolean;
  readonly orderId?: string;
  readonly orderNumber?: string;
  readonly duplicate?: boolean;
  readonly total?: string;
  readonly error?: string;
  readonly code?: string;
  readonly retry?: boolean;
  readonly details?: readonly { readonly field: string; readonly message: string }[];
}
