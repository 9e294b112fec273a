/** One line of an order's story in the Activity tab; `when` as the sheet shows it. */
export interface TimelineLine {
  readonly when: string;
  readonly event: string;
  readonly by: string;
  readonly detail: string;
}
