/** One backup in the list. */
export interface Backup {
  readonly id: string;
  readonly name: string;
  readonly state: 'checked' | 'checking' | 'damaged' | 'renamed';
  readonly rows: number | null;
  readonly cents: number | null;
  readonly url: string;
}

/** What `backups.list` answers. */
export interface Backups {
  readonly isOperator: boolean;
  readonly backups: readonly Backup[];
  readonly last: string;
  readonly asked: string;
  readonly trouble: string;
}

/** What `backups.make` answers. */
export type Made =
  | { readonly ok: true; readonly asked: true }
  | { readonly ok: true; readonly asked?: never; readonly rows: number; readonly cents: number }
  | { readonly ok: false; readonly trouble: string };

export type Kind = 'missing' | 'changed' | 'moved on';

/** One order that is not as in the source. */
export interface Difference {
  readonly id: string;
  readonly kind: Kind;
  readonly number: string;
  readonly name: string;
  readonly cells: readonly { readonly header: string; readonly here: string; readonly there: string }[];
}

/** What `restore.compare` answers. */
export interface Comparison {
  readonly found: readonly Difference[];
  readonly newer: { readonly count: number; readonly some: readonly string[] };
  readonly odd: { readonly count: number; readonly rows: readonly number[] };
  readonly troubles: readonly string[];
}

/** What a restored portion came to. */
export interface Restored {
  readonly restored: number;
  readonly unchanged: number;
  readonly troubles: readonly string[];
}

/** What is restored from. */
export interface Source {
  readonly id: string;
  /** In a sentence: `the backup of 2026-11-25 03:12`. */
  readonly name: string;
}
