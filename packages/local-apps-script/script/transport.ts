import type { Outcome } from '../google/execution';
import type { LiveExecution } from '../google/gate';
import type { ScriptJob } from './run-script';

/** How executions are carried out: in this thread, or in workers. */
export interface Transport {
  /** Runs one job to its end. The direct transport answers right away. */
  run(live: LiveExecution, job: ScriptJob): Outcome | Promise<Outcome>;
  /** Something changed that a waiting call may wait for: a lock came free, someone answered, the clock moved. */
  stir(): void;
  close(): Promise<void>;
}
