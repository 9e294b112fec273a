import type { World } from './world';

/** What crosses between the script and Google's side: JSON and nothing else. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * What a call costs (docs/design.md 7.1). `navigation` never reaches Google's servers and is not counted as a
 * service call; every other kind is.
 */
export type OperationKind =
  | 'navigation'
  | 'read'
  | 'write'
  | 'find'
  | 'commit'
  | 'lock'
  | 'cache'
  | 'property'
  | 'mail'
  | 'drive'
  | 'fetch'
  | 'ui'
  | 'other';

/** Who performs an operation. Plain data: it is written to the journal with the operation. */
export interface Actor {
  /** Whose rights, email address and quota apply: an email address, empty for a stranger. */
  readonly effectiveUser: string;
  /** Who is at the keyboard: an email address, empty when Google would not tell. */
  readonly activeUser: string;
  /** The execution's id, or `host` for what a user or the host does outside any execution. */
  readonly execution: string;
  /** The id of the spreadsheet that the running script is bound to. */
  readonly bound: string;
}

/** What an operation sees besides its arguments. */
export interface OperationContext {
  readonly world: World;
  readonly actor: Actor;
  /** Epoch milliseconds on the world's clock. */
  readonly now: number;
  /** When the call was made; earlier than `now` when it was tried before and had to wait. */
  readonly since: number;
  /** True while a journal is made again: quotas and the like were checked the first time. */
  readonly replaying: boolean;
}

/** The answer of an operation that must wait: it is tried again when something has changed, or at that time. */
export class Wait {
  /** @param until epoch milliseconds on the world's clock; infinite when only a user can end it. */
  constructor(readonly until: number) {}
}

/** What an operation gives: JSON, right away or later, or a {@link Wait}. */
export type Given = Json | undefined | Wait | Promise<Json | undefined>;

/**
 * One thing that Google's side can do, named as the script writes it (`Range.setValues`).
 * An operation that changes state must either change all of it or throw before changing anything: it is
 * journaled after it ran and run again, with the same arguments, actor and time, when the host starts.
 */
export interface Operation {
  readonly kind: OperationKind;
  /** True when it changes state that must survive the process. */
  readonly changes: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: each operation declares the JSON it takes; the prelude is the only caller.
  run(context: OperationContext, ...args: any[]): Given;
}

/** Operations by name. */
export type Operations = Readonly<Record<string, Operation>>;

/** Declares an operation that only looks. */
export const looks = (kind: OperationKind, run: Operation['run']): Operation => ({ kind, changes: false, run });

/** Declares an operation that changes state. */
export const changes = (kind: OperationKind, run: Operation['run']): Operation => ({ kind, changes: true, run });
