/** How a page of ours is shown to staff. */
export interface DialogLook<Page extends string = string> {
  /** The page's file is `<page>.tsx`, with its own styles in `<page>.css` if it needs any. */
  readonly page: Page;
  readonly title: string;
  /** Pixels; `sidebar` beside the sheet. */
  readonly size: readonly [width: number, height: number] | 'sidebar';
}

/** Moves the selection of the person at the keyboard, and opens pages in front of them. */
export interface Show {
  /** Selects the rows of orders, and further rows (2 = the first below the header); gives how many were found. */
  orders(ids: readonly string[], rows: readonly number[]): number;
  /** Selects rows of another tab; gives how many it has. */
  rows(tab: 'Outbox' | 'Rejected', rows: readonly number[]): number;
  /** Opens the card of an order, the list of emails that wait, or the health check. */
  open(page: 'order-card' | 'what-waits' | 'health', options: object): void;
}

/** What the program keeps for one person, seen by nobody else. */
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
  /** Who edited, as far as Google tells. */
  readonly by: string;
}

/** One line of an order's story in the Activity tab; `when` as the sheet shows it. */
export interface TimelineLine {
  readonly when: string;
  readonly event: string;
  readonly by: string;
  readonly detail: string;
}

/** What the person at the keyboard has selected. */
export interface Selection {
  /**
   * Blocks of rows of the Orders tab (2 = the first below the header); none when another tab is in front. Rows that the
   * sheet's filter or a person hides are left out; of a filter view Google tells nothing.
   */
  orderRows(): readonly { readonly from: number; readonly count: number }[];
}

/**
 * Messages to the person at the keyboard, and questions. Locks are dropped while a question is open
 * (docs/google.md G93).
 */
export interface Prompts {
  /** A message that goes away by itself. */
  toast(text: string): void;
  /** A message that waits to be read. */
  tell(title: string, text: string): void;
  /** A question with Yes and No. */
  confirm(title: string, text: string): boolean;
  /** A question answered by text; null when the person thinks better of it. */
  ask(title: string, text: string): string | null;
}
