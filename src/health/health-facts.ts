import type { LimitName } from '../core/limits';
import type { ReturnAddress } from '../domain/address/return-address';
import type { Grown } from './growth';

/** The state of one thing: in order, to be looked at, or broken. `unknown`: this person cannot see it. */
export type HealthState = 'good' | 'warning' | 'bad' | 'unknown';

/** One line of the health check: green, or with what to do. */
export interface HealthLine {
  readonly key: string;
  readonly label: string;
  readonly state: HealthState;
  /** Its state, as a sentence. */
  readonly text: string;
  /** What to do; blank when there is nothing. */
  readonly todo: string;
}

/** What tabs and properties tell. Moments are ISO 8601, UTC; blank for never. */
export interface FactsAtHand {
  readonly now: Date;
  readonly local: (iso: string) => string;
  readonly lastIntake: string;
  readonly lastSweep: string;
  readonly lastBackup: string;
  readonly backupTrouble: string;
  readonly emails: { readonly waiting: number; readonly held: number; readonly unsure: number };
  /** Where emails go in test mode, instead of to customers; blank outside of it. */
  readonly testAddress: string;
  /** Null for other staff: it is the operator's account that emails. */
  readonly emailsLeft: number | null;
  /** Name and postal address as they are printed, with what is odd about it; and whether feedback requests wait for it. */
  readonly address: Pick<ReturnAddress, 'lines' | 'problems'> & { readonly isThere: boolean; readonly waits: boolean };
  /** Sentences about headers, prices, settings and events. */
  readonly problems: readonly string[];
}

/** What the check has found out. */
export interface HealthFacts extends FactsAtHand {
  readonly isOperator: boolean;
  readonly operator: string;
  /** Triggers of the operator that are not installed; null when this person cannot see them. */
  readonly missingTriggers: readonly string[] | null;
  /** Whether the person's consent covers all that the program asks for; and where it is given. */
  readonly consent: { readonly given: boolean; readonly url: string };
  /** Requests that were turned away within the last day, and when the last one was; null for none. */
  readonly turnedAway: { readonly count: number; readonly last: string } | null;
  /** Waits for the lock of more than two seconds in the last two hours. */
  readonly lockWaits: number;
  readonly cells: number;
  /** What is wrong with the guards of commits (guard-trouble.ts). */
  readonly guardTrouble?: 'missing' | 'several' | null | undefined;
  /** What grows with what outsiders send. */
  readonly growth?: readonly Grown[];
  /** How often each limit was met within the last two hours. */
  readonly limitsMet?: Readonly<Partial<Record<LimitName, number>>>;
  readonly locale: string;
  /** The version of this code, and of the web app: null when it has no address yet, blank when it did not answer. */
  readonly version: string;
  readonly webAppVersion: string | null | undefined;
}
