import { CacheStore } from './cache-store';
import { Clock } from './clock';
import { DailyUse } from './daily-use';
import { DriveStore } from './drive-store';
import type { ExecutionKind } from './execution';
import { LockStore } from './lock-store';
import { Mailbox } from './mailbox';
import type { Actor, Given, Json, Operations } from './operations';
import { PropertyStore } from './property-store';
import { notAvailable, ServiceError } from './service-error';
import { operations } from './services/index';
import { defaultSwitches, type Switches } from './switches';
import { TriggerStore } from './trigger-store';
import { UiStore } from './ui-store';
import { type WorkbookSwitches, workbookSwitches } from './workbook/switches';
import { Workbooks } from './workbook/workbooks';

/** One line of the journal: an operation that changed state, as it was performed. */
export interface JournalEntry {
  readonly at: number;
  readonly by: Actor;
  readonly name: string;
  readonly args: readonly Json[];
}

/** What UrlFetchApp asks for. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly body: string | null;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly followRedirects: boolean;
}

/** What a service may ask about an execution that is running. */
export interface RunningExecution {
  readonly kind: ExecutionKind;
  readonly hasUi: boolean;
}

/**
 * Google's side of the local Apps Script: everything that outlives an execution.
 * All changes go through {@link World.perform}, so that a journal of them rebuilds the same world.
 */
export class World {
  readonly clock: Clock;
  readonly workbooks = new Workbooks();
  readonly properties = new PropertyStore();
  readonly mailbox = new Mailbox();
  readonly triggers = new TriggerStore();
  readonly drive = new DriveStore();
  readonly cache = new CacheStore();
  readonly locks = new LockStore();
  readonly ui = new UiStore();
  /** What each user has used of the day's quotas, email apart; it goes with the process. */
  readonly use = new DailyUse();
  readonly switches: Switches & WorkbookSwitches = { ...defaultSwitches(), ...workbookSwitches() };
  /** The spreadsheet that the host made first; null before. */
  original: string | null = null;
  /** The address of the web app, when the host has one. */
  webAppUrl: string | null = null;
  /** Executions that run now, by id. */
  readonly running = new Map<string, RunningExecution>();
  /** Carries out what UrlFetchApp asks for; the host or a test gives it. */
  fetch: (request: FetchRequest) => Given = ({ url }) => {
    throw notAvailable(`UrlFetchApp.fetch of ${url} without a host`);
  };
  /** Called with each change right after it was made, before its caller gets the result. */
  onChange: (entry: JournalEntry) => void = () => {};

  constructor(
    clock = new Clock(),
    private readonly registry: Operations = operations,
  ) {
    this.clock = clock;
  }

  /**
   * Performs one operation now; `since` is when it was first tried, for one that had to wait.
   * @throws ServiceError as Google would, or "not available in the local Apps Script: X" for an unknown name.
   */
  perform(name: string, args: readonly Json[], actor: Actor, since = this.clock.now()): Given {
    const operation = this.registry[name];
    if (!operation) throw notAvailable(name);
    const now = this.clock.now();
    const result = operation.run({ world: this, actor, now, since, replaying: false }, ...args);
    if (!operation.changes) return result;
    if (result instanceof Promise) throw new ServiceError(`${name} changes state and must not wait`, 'Error');
    this.onChange({ at: now, by: actor, name, args });
    return result;
  }

  /** Makes a journaled change again, with the time it was first made. */
  replay({ at, by, name, args }: JournalEntry): void {
    this.registry[name]?.run({ world: this, actor: by, now: at, since: at, replaying: true }, ...args);
  }

  /** The kind of an operation, for counting and costing; undefined when there is no such operation. */
  kindOf(name: string): Operations[string]['kind'] | undefined {
    return this.registry[name]?.kind;
  }

  /** Whether `SpreadsheetApp.getUi()` works in an execution (docs/google.md G26). */
  executionHasUi(execution: string): boolean {
    return this.running.get(execution)?.hasUi ?? false;
  }

  /** All that must survive the process, as plain JSON. */
  toJSON() {
    return {
      clock: this.clock.toJSON(),
      original: this.original,
      workbooks: this.workbooks.toJSON(),
      properties: this.properties.toJSON(),
      mailbox: this.mailbox.toJSON(),
      triggers: this.triggers.toJSON(),
      drive: this.drive.toJSON(),
    };
  }

  /** What goes with the process and yet decides what a script meets next: what is cached, how much of each quota is used. */
  passing() {
    return { cache: this.cache.toJSON(), use: this.use.toJSON(), apiCalls: this.workbooks.quota.toJSON() };
  }

  /** Takes on what {@link World.passing} gave. */
  restorePassing(state: ReturnType<World['passing']>): void {
    this.cache.restore(state.cache);
    this.use.restore(state.use);
    this.workbooks.quota.restore(state.apiCalls);
  }

  /** Takes on the state that {@link World.toJSON} gave. */
  restore(state: ReturnType<World['toJSON']>): void {
    this.clock.restore(state.clock);
    this.original = state.original;
    this.workbooks.restore(state.workbooks);
    this.properties.restore(state.properties);
    this.mailbox.restore(state.mailbox);
    this.triggers.restore(state.triggers);
    this.drive.restore(state.drive);
  }
}
