import type { ExecutionRecord, ExecutionRequest } from '../google/execution';
import type { World } from '../google/world';
import type { Executions, Finished } from './executions';
import { executionsFor, type SheetEvent, triggerEventOf } from './sheet-events';

/** Starts executions and what they set off: the triggers of events, of API writes (a switch), of late edits. */
export class Runs {
  private readonly unfinished = new Map<string, Promise<Finished>>();
  private late: SheetEvent[] = [];

  /** Who hears when an execution asks someone something. */
  private readonly listeners = new Map<string, () => void>();

  /** @param declares whether the script declares a name at top level: whether it has an `onEdit`. */
  constructor(
    private readonly world: World,
    private readonly executions: Executions,
    private readonly declares: (name: string) => boolean,
  ) {
    world.ui.onQuestion = (execution) => this.listeners.get(execution)?.();
  }

  /** Starts one execution and nothing that it sets off; with the direct transport it is over right away. */
  startAlone(request: ExecutionRequest): Finished | Promise<Finished> {
    return this.executions.start(request).finished;
  }

  /** Starts one execution; `finished` waits for the onChange triggers of its API writes too. */
  start(request: ExecutionRequest): { readonly record: ExecutionRecord; readonly finished: Promise<Finished> } {
    const { record, finished } = this.executions.start(request);
    const all = this.withAfterwards(finished, request.bound);
    this.unfinished.set(record.id, all);
    void all.finally(() => this.unfinished.delete(record.id));
    return { record, finished: all };
  }

  /** The record of an execution. */
  recordOf(id: string): ExecutionRecord | undefined {
    return this.executions.records.find((record) => record.id === id);
  }

  /** Runs one execution to its end. */
  run(request: ExecutionRequest): Promise<Finished> {
    return this.start(request).finished;
  }

  /** Runs the triggers of events, all handlers of one event at the same time; gives the records. */
  async fire(events: readonly SheetEvent[]): Promise<ExecutionRecord[]> {
    const { editEvents } = this.world.switches;
    if (editEvents === 'late') this.late.push(...events.filter(({ type }) => type === 'edit'));
    return this.fireAll(editEvents === 'arrive' ? events : events.filter(({ type }) => type !== 'edit'));
  }

  /** Runs the triggers of the edits whose events were late. */
  fireLate(): Promise<ExecutionRecord[]> {
    return this.fireAll(this.late.splice(0));
  }

  /** Until an execution is over, or asks someone. To be called before it can ask. */
  async overOrAsking(execution: string): Promise<void> {
    const asking = new Promise<void>((resolve) => this.listeners.set(execution, resolve));
    await Promise.race([this.unfinished.get(execution), asking]);
    this.listeners.delete(execution);
  }

  private async fireAll(events: readonly SheetEvent[]): Promise<ExecutionRecord[]> {
    const records: ExecutionRecord[] = [];
    for (const event of events) {
      const installed = this.world.triggers.listening(triggerEventOf(event), event.file);
      const requests = executionsFor(event, installed, this.declares, this.world.switches.account);
      const ended = await Promise.all(requests.map((request) => this.run(request)));
      records.push(...ended.map(({ record }) => record));
    }
    return records;
  }

  private async withAfterwards(finished: Finished | Promise<Finished>, file: string): Promise<Finished> {
    const ended = await finished;
    const { record } = ended;
    const wrote = (record.calls['Sheets.Spreadsheets.batchUpdate'] ?? 0) > 0;
    if (wrote && this.world.switches.apiWritesFireOnChange && record.kind !== 'change trigger') {
      await this.fireAll([{ type: 'change', file, user: record.effectiveUser, fields: { changeType: 'OTHER' } }]);
    }
    return ended;
  }
}
