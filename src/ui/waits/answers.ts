import type { MailChoice } from './mail-choices';

/** A mail that has not left. */
export interface Waiting {
  readonly key: string;
  readonly orderId: string;
  readonly number: string;
  readonly title: string;
  readonly to: string;
  readonly state: string;
  readonly until: string;
  readonly why: string;
  readonly choices: readonly MailChoice[];
}

/** What `mails.waiting` answers. */
export interface Waits {
  readonly left: number | null;
  readonly leftAsOf: string;
  readonly reserve: number;
  readonly renewal: string;
  readonly testAddress: string;
  readonly sends: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly mails: readonly Waiting[];
}

/** What came of an action, in a sentence. */
export interface Told {
  readonly isDone: boolean;
  readonly text: string;
}
