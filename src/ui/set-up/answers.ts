/** A missing header of the Orders tab, and the columns that might be it. */
export interface Question {
  readonly header: string;
  readonly candidates: readonly { readonly column: number; readonly name: string }[];
}

/** What set-up answers. */
export interface Checklist {
  readonly role: 'operator' | 'staff' | 'copy' | 'practice';
  readonly operator: string;
  readonly person: string;
  readonly version: string;
  readonly report: readonly string[];
  readonly questions: readonly Question[];
  readonly webAppUrl: string;
  readonly mailsLeft: number | null;
}
