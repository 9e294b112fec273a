import { cellsRead, cellsWritten } from './cells';
import { A_BYTE, costOf } from './costs';
import type { ExecutionRecord, Outcome } from './execution';
import { type Fault, Faults, SERVER_ERROR } from './faults';
import { type Actor, type Given, type Json, Wait } from './operations';
import { countCall } from './quotas';
import { refusalText, refusedIn } from './refusal';
import { deniedToSimpleTriggers, scopesFor } from './scopes';
import { notAvailable, ServiceError } from './service-error';
import { answerBytes, bytesOf } from './weight';
import type { World } from './world';

/** An execution as the gate sees it. Once it is dead, none of its calls is performed. */
export interface LiveExecution {
  readonly record: ExecutionRecord;
  readonly actor: Actor;
  /** The manifest's scopes; null = all are granted. */
  readonly scopes: readonly string[] | null;
  /** Whether a refusal ends it: what comes after is not performed, whatever the script catches. */
  readonly strict: boolean;
  dead: 'killed' | 'timed out' | 'refused' | null;
}

/** Writes down that something was asked for that is not here. */
export const noteRefusal = (live: LiveExecution, what: string): void => {
  const { refusals } = live.record;
  if (!refusals.includes(what)) refusals.push(what);
  if (live.strict) live.dead ??= 'refused';
};

/** How an execution came to its end that did not end on its own; null for one that did. */
export const endOf = ({ dead, record }: LiveExecution): Outcome | null => {
  if (dead === null) return null;
  if (dead !== 'refused') return { status: dead };
  const message = refusalText(record.refusals.at(-1) ?? '');
  return { status: 'failed', error: { name: 'Exception', message, stack: '' } };
};

/** One service call on its way; `attempt` is called again after each {@link Wait}. */
export interface GateCall {
  attempt(): Given;
}

const SIMPLE_TRIGGER_LIMIT = 30_000;
const LIMIT = 6 * 60_000;

/**
 * What every service call passes: here it is counted and costed, checked against scopes and time limits, and here
 * injected faults strike (docs/design.md 6.1). Navigation is neither counted nor costed.
 */
export class Gate {
  readonly faults = new Faults();
  private late: { name: string; args: readonly Json[]; actor: Actor }[] = [];

  constructor(private readonly world: World) {}

  /** Begins a call. All of it happens in the first attempt, so that a scheduler may choose the order of calls. */
  call(live: LiveExecution, name: string, args: readonly Json[]): GateCall {
    let since: number | null = null;
    let fault: Fault | undefined;
    const attempt = (): Given => {
      this.stopDead(live);
      if (since === null) {
        since = this.world.clock.now();
        fault = this.enter(live, name, args);
      }
      const result = this.world.perform(name, args, live.actor, since);
      if (result instanceof Wait) {
        this.stopOverdue(live);
        return result;
      }
      if (result instanceof Promise) return result.then((value) => this.leave(live, name, value, fault));
      return this.leave(live, name, result, fault);
    };
    return {
      attempt: () => {
        try {
          return attempt();
        } catch (error) {
          const refused = refusedIn((error as Error).message);
          if (refused !== null) noteRefusal(live, refused);
          throw this.world.switches.otherLanguage ? translated(error, name) : error;
        }
      },
    };
  }

  /** Lets what was late land now. What it throws then, nobody hears. */
  landLate(): void {
    for (const { name, args, actor } of this.late.splice(0)) {
      try {
        this.world.perform(name, args, actor);
      } catch {
        // The script that made the call is long gone.
      }
    }
  }

  private enter(live: LiveExecution, name: string, args: readonly Json[]): Fault | undefined {
    const kind = this.world.kindOf(name);
    if (!kind || name.startsWith('Host.')) throw notAvailable(name);
    const { record } = live;
    if (kind !== 'navigation') record.calls[name] = (record.calls[name] ?? 0) + 1;
    this.checkRights(live, name);
    const cells = cellsWritten(kind, args);
    record.cellsWritten += cells;
    this.spend(live, costOf(name, kind, cells));
    this.carry(live, name, () => bytesOf(args as Json));
    this.stopOverdue(live);
    countCall(this.world, live.actor.effectiveUser, { name, kind, args });
    if (kind === 'commit') this.landLate();
    const fault = this.faults.take(name);
    if (fault?.kind === 'before') throw new ServiceError(fault.message ?? SERVER_ERROR);
    if (fault?.kind === 'kill-before') this.kill(live);
    if (fault?.kind === 'late') {
      this.late.push({ name, args, actor: live.actor });
      throw new ServiceError(fault.message ?? SERVER_ERROR);
    }
    return fault;
  }

  private leave(
    live: LiveExecution,
    name: string,
    result: Json | undefined,
    fault: Fault | undefined,
  ): Json | undefined {
    const kind = this.world.kindOf(name) ?? 'navigation';
    const cells = cellsRead(kind, result);
    live.record.cellsRead += cells;
    if (cells > 0) this.spend(live, costOf(name, kind, cells) - costOf(name, kind, 0));
    this.carry(live, name, () => answerBytes(result));
    if (fault?.kind === 'after') throw new ServiceError(fault.message ?? SERVER_ERROR);
    if (fault?.kind === 'kill-after') this.kill(live);
    return result;
  }

  private carry(live: LiveExecution, name: string, weigh: () => number): void {
    if (!name.startsWith('Sheets.')) return;
    const bytes = weigh();
    live.record.apiBytes += bytes;
    this.spend(live, bytes * A_BYTE);
  }

  private spend(live: LiveExecution, milliseconds: number): void {
    live.record.cost += milliseconds;
    if (this.world.switches.costsMoveClock) this.world.clock.advance(milliseconds);
  }

  private checkRights(live: LiveExecution, name: string): void {
    const needed = scopesFor(name);
    if (needed.length === 0) return;
    const required = `Required permissions: ${needed.join(' || ')}`;
    if (live.record.kind === 'simple trigger' && deniedToSimpleTriggers(name)) {
      throw new ServiceError(`You do not have permission to call ${name}. ${required}`);
    }
    const { withheldScope } = this.world.switches;
    const isGiven = (scope: string): boolean => (live.scopes?.includes(scope) ?? true) && scope !== withheldScope;
    if (!needed.some(isGiven)) {
      throw new ServiceError(`Specified permissions are not sufficient to call ${name}. ${required}`);
    }
  }

  private stopDead(live: LiveExecution): void {
    if (live.dead) throw new ServiceError(`the execution was ${live.dead}`, 'Stopped');
  }

  private stopOverdue(live: LiveExecution): void {
    const limit = live.record.kind === 'simple trigger' ? SIMPLE_TRIGGER_LIMIT : LIMIT;
    if (this.world.clock.now() - live.record.start <= limit) return;
    live.dead = 'timed out';
    this.stopDead(live);
  }

  private kill(live: LiveExecution): void {
    live.dead = 'killed';
    this.stopDead(live);
  }
}

/** An error of a service in another language; what the local Apps Script says of itself stays as it is. */
const translated = (error: unknown, name: string): unknown => {
  if (!(error instanceof ServiceError) || error.name === 'Stopped' || error.name === 'Error') return error;
  if (error.message.startsWith('not available')) return error;
  const message = `No se ha podido completar: ${name}`;
  return new ServiceError(message, error.name, error.details && { ...error.details, message });
};
