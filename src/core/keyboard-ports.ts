/** How a page of ours is shown to staff. */
export interface DialogLook<Page extends string = string> {
  /** The page's file is `<page>.tsx`, with its own styles in `<page>.css` if it needs any. */
  readonly page: Page;
  readonly title: string;
  /** Pixels; `sidebar` beside the sheet. */
  readonly size: readonly [width: number, height: number] | 'sidebar';
}

/** Moves the current user's selection, and opens pages for them. */
export interface Show {
  /** Selects the rows of orders, and further rows (2 = the first below the header); gives how many were found. */
  orders(ids: readonly string[], rows: readonly number[]): number;
  /** Selects rows of another tab; gives how many it has. */
  rows(tab: 'Outbox' | 'Rejected', rows: readonly number[]): number;
  /** Opens the card of an order, the list of emails that wait, or the health check. */
  open(page: 'order-card' | 'what-waits' | 'health', options: object): void;
}

/** What the program keeps for one user, visible to no one else. */
export interface OwnMemory {
  get(name: string): string;
  set(name: string, value: string): void;
}

/** Shows an email as its reader sees it. */
export interface EmailPreview {
  show(title: string, html: string): void;
}

/** An edit event as it arrived: rows and columns from 1; old and new value of a single typed cell, else blank. */
export interface SheetEdit {
  readonly sheetName: string;
  readonly rowStart: number;
  readonly rowEnd: number;
  readonly columnStart: number;
  readonly columnEnd: number;
  readonly oldValue: string;
  readonly value: string;
  /** Who edited, if Google reports it. */
  readonly by: string;
}

/** One line of an order's story in the Activity tab; `when` as the sheet shows it. */
export interface TimelineLine {
  readonly when: string;
  readonly event: string;
  readonly by: string;
  readonly detail: string;
}

/** What the current user has selected. */
export interface Selection {
  /**
   * Blocks of rows of the Orders tab (2 = the first below the header); none if another tab is active. Rows hidden by
   * the sheet's filter or by hand are left out; filter views are invisible to scripts.
   */
  orderRows(): readonly { readonly from: number; readonly count: number }[];
}

/** Messages and questions for the current user. Locks are released while a question is open (docs/google.md G93). */
export interface Prompts {
  /** A message that disappears automatically. */
  toast(text: string): void;
  /** A message that waits to be read. */
  tell(title: string, text: string): void;
  /** A question with Yes and No. */
  confirm(title: string, text: string): boolean;
  /** A question answered with text; null if the user cancels. */
  ask(title: string, text: string): string | null;
}
