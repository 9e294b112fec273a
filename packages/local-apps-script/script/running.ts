/** What the prelude knows of its execution. */
export interface Running {
  /** Why it runs: `doPost`, `menu`, `simple trigger`, ... */
  readonly kind: string;
  readonly effectiveUser: string;
  readonly activeUser: string;
  /** The spreadsheet that the script is bound to. */
  readonly bound: string;
  /** The manifest's time zone. */
  readonly timeZone: string;
  /** Whether `getActiveSpreadsheet()` works where no document is open. */
  readonly activeWithoutDocument: boolean;
  /** Whether the document's lock, cache and properties are there where no document is open. */
  readonly documentEverywhere: boolean;
  /** The advanced services that the manifest switches on: serviceId by the name that the script writes. */
  readonly advanced: Readonly<Record<string, string>>;
  /** What Math.random and uuids grow from. */
  readonly seed: number;
}
