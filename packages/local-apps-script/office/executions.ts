import type { ExecutionKind, ExecutionRecord, ExecutionRequest, Outcome } from '../google/execution';
import type { LiveExecution } from '../google/gate';
import { countTriggerTime, triggerTimeIsUsedUp } from '../google/quotas';
import type { World } from '../google/world';
import { declares } from '../script/declared-names';
import type { Loader } from '../script/load';
import type { Manifest } from '../script/manifest';
import type { Transport } from '../script/transport';
import { placeOf } from './error-place';

/** An execution that is over. */
export interface Finished {
  readonly record: ExecutionRecord;
  readonly outcome: Outcome;
}

/** An execution that has been started; over already when the transport is direct. */
interface Started {
  readonly record: ExecutionRecord;
  readonly finished: Finished | Promise<Finished>;
}

/** Where the script and its prelude are. */
export interface ScriptSource {
  readonly folder: string;
  readonly prelude: string;
  readonly loader: Loader;
  readonly manifest: Manifest;
  /** Whether asking for what is not here ends an execution. */
  readonly strict: boolean;
}

const MOST_AT_ONCE = 30;
const KEPT_RECORDS = 5000;

const failure = (message: string): Outcome => ({ status: 'failed', error: { name: 'Exception', message, stack: '' } });

const TOO_MANY = failure('There are too many scripts running simultaneously for this Google user account.');
const NO_TIME_LEFT = failure('Service using too much computer time for one day');

/** Installed triggers share a user's daily run time (docs/google.md G3). */
const INSTALLED: readonly ExecutionKind[] = ['edit trigger', 'change trigger', 'open trigger', 'time trigger'];

/** Executions that Google starts by name: it sees only what is declared at top level (docs/google.md G113). */
const isDeclared = ({ kind, function: path }: ExecutionRequest, folder: string): boolean =>
  kind === 'run' || declares(folder, path.split('.')[0] ?? '');

/** What the list of executions shows of a failure. */
const errorText = (outcome: Outcome): string | null => {
  if (outcome.status === 'failed') return `${outcome.error.name}: ${outcome.error.message}`;
  if (outcome.status === 'timed out') return 'Exceeded maximum execution time';
  return null;
};

/** Mixes the run's seed with an execution's number, so that each has its own chance. */
const mix = (seed: number, number: number): number => Math.imul(seed ^ Math.imul(number, 0x9e3779b1), 0x85ebca6b) >>> 0;

/** The executions that there were, as plain JSON. */
export interface ExecutionsState {
  readonly count: number;
  readonly records: readonly ExecutionRecord[];
}

/** Starts executions, keeps the record of each, and counts those that run at the same time (docs/google.md G7). */
export class Executions {
  readonly records: ExecutionRecord[] = [];
  private count = 0;
  private readonly running = new Map<string, string>();

  /** @param told hears of each execution that is over. */
  constructor(
    private readonly world: World,
    private readonly transport: Transport,
    private readonly script: ScriptSource,
    private readonly seed: number,
    private readonly told: (record: ExecutionRecord) => void,
  ) {}

  toJSON(): ExecutionsState {
    return { count: this.count, records: this.records };
  }

  restore({ count, records }: ExecutionsState): void {
    this.count = count;
    this.records.splice(0, Number.POSITIVE_INFINITY, ...records);
  }

  /** Runs one to its end. With the direct transport it is over when this returns. */
  start(request: ExecutionRequest): Started {
    const { live, id } = this.begin(request);
    return { record: live.record, finished: this.carryOut(request, live, id) };
  }

  private carryOut(request: ExecutionRequest, live: LiveExecution, id: string): Finished | Promise<Finished> {
    const busy = [...this.running.values()].filter((user) => user === request.effectiveUser).length;
    if (busy >= MOST_AT_ONCE) return this.finish(live, TOO_MANY);
    if (INSTALLED.includes(request.kind) && triggerTimeIsUsedUp(this.world, request.effectiveUser)) {
      return this.finish(live, NO_TIME_LEFT);
    }
    const isMethod = request.function.includes('.') && [...INSTALLED, 'menu'].includes(request.kind);
    if ((isMethod && !this.world.switches.methodHandlers) || !isDeclared(request, this.script.folder)) {
      return this.finish(live, failure(`Script function not found: ${request.function}`));
    }
    this.running.set(id, request.effectiveUser);
    this.world.running.set(id, { kind: request.kind, hasUi: request.hasUi });
    const outcome = this.transport.run(live, {
      folder: this.script.folder,
      prelude: this.script.prelude,
      loader: this.script.loader,
      function: request.function,
      args: request.args,
      topLevelOnly: request.topLevelOnly ?? false,
      running: {
        kind: request.kind,
        effectiveUser: request.effectiveUser,
        activeUser: request.activeUser,
        bound: request.bound,
        timeZone: this.script.manifest.timeZone,
        activeWithoutDocument: this.world.switches.activeWithoutDocument,
        documentEverywhere: this.world.switches.documentEverywhere,
        advanced: this.script.manifest.advanced,
        seed: mix(this.seed, Number(id)),
      },
    });
    return outcome instanceof Promise ? outcome.then((ended) => this.finish(live, ended)) : this.finish(live, outcome);
  }

  private begin(request: ExecutionRequest): { live: LiveExecution; id: string } {
    this.count += 1;
    const id = String(this.count);
    const { kind, function: name, effectiveUser, activeUser, bound } = request;
    const record: ExecutionRecord = {
      id,
      kind,
      function: name,
      effectiveUser,
      start: this.world.clock.now(),
      end: null,
      status: 'running',
      error: null,
      place: null,
      stack: '',
      refusals: [],
      calls: {},
      cellsRead: 0,
      cellsWritten: 0,
      apiBytes: 0,
      cost: 0,
      log: [],
    };
    this.records.push(record);
    if (this.records.length > KEPT_RECORDS) this.records.shift();
    const actor = { effectiveUser, activeUser, execution: id, bound };
    return {
      id,
      live: { record, actor, scopes: this.script.manifest.oauthScopes, strict: this.script.strict, dead: null },
    };
  }

  private finish({ record }: LiveExecution, outcome: Outcome): Finished {
    this.running.delete(record.id);
    this.world.running.delete(record.id);
    this.world.locks.releaseAll(record.id);
    this.world.workbooks.forget(record.id);
    for (const dialog of [...this.world.ui.dialogs]) {
      if (dialog.html === null && dialog.execution === record.id) this.world.ui.close(dialog.id);
    }
    record.end = this.world.clock.now();
    if (INSTALLED.includes(record.kind)) {
      countTriggerTime(this.world, record.effectiveUser, record.end - record.start);
    }
    record.status = outcome.status;
    record.error = errorText(outcome);
    if (outcome.status === 'failed') Object.assign(record, placeOf(outcome.error.stack, this.script.folder));
    this.told(record);
    this.transport.stir();
    return { record, outcome };
  }
}
