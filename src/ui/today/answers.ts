/** What `today.read` answers. */
export interface Today {
  readonly asOf: string;
  readonly statuses: readonly { status: string; count: number; cents: number; ids: readonly string[] }[];
  readonly items: readonly Item[];
  readonly told: readonly Told[];
  readonly toldCount: number;
  readonly feedback: {
    readonly days: number;
    readonly ratings: number;
    readonly average: number | null;
    readonly happy: { readonly count: number; readonly n: number };
    readonly answers: { readonly count: number; readonly n: number };
  };
  readonly newest: readonly { id: string; at: string }[];
  /** ISO 8601; null when it has never been. */
  readonly backup: string | null;
  readonly sweep: string | null;
  readonly quota: { readonly left: number | null; readonly reserve: number };
}

/** Something that wants a person. */
export interface Item {
  readonly key: string;
  readonly text: string;
  readonly count: number;
  readonly isUrgent: boolean;
  readonly ids?: readonly string[];
  readonly tab?: string;
  readonly rows?: readonly number[];
  readonly help?: string;
}

/** What a customer said. */
export interface Told {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly what: 'rating' | 'not arrived';
  readonly text: string;
  readonly at: string;
}
