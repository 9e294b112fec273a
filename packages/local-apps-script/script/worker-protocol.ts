import type { MessagePort } from 'node:worker_threads';
import type { Outcome } from '../google/execution';
import type { ScriptJob } from './run-script';

/** What a worker is started with. */
export interface WorkerStart {
  readonly port: MessagePort;
  /** One cell: 1 when an answer lies in the port. */
  readonly signal: Int32Array;
  /** The cells of the world's clock. */
  readonly clock: Float64Array;
}

/** From the main thread: a job, or (while a call waits) its answer as JSON text. */
export type ToWorker = { readonly job: ScriptJob } | { readonly reply: string };

/** From a worker: a service call that waits for its answer, a line of the log, what was refused, the end of the job. */
export type FromWorker =
  | { readonly call: string }
  | { readonly log: string }
  | { readonly refused: string }
  | { readonly outcome: Outcome };
