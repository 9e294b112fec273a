/** Moves the selection of the person at the keyboard, and opens pages in front of them. */
export interface Show {
  /** Selects the rows of orders, and further rows (2 = the first below the header); gives how many were found. */
  orders(ids: readonly string[], rows: readonly number[]): number;
  /** Selects rows of another tab; gives how many it has. */
  rows(tab: 'Outbox' | 'Rejected', rows: readonly number[]): number;
  /** Opens the card of an order, the list of mails that wait, or the health check. */
  open(page: 'find-order' | 'waits' | 'health', options: object): void;
}
