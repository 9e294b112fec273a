/** A worker thread: runs one job after another, each in a fresh context; service calls wait for the main thread. */
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { timeIn } from '../google/clock';
import { runScript, type ScriptJob } from './run-script';
import type { FromWorker, ToWorker, WorkerStart } from './worker-protocol';

const { port, signal, clock } = workerData as WorkerStart;

const send = (message: FromWorker): void => port.postMessage(message);

const call = (request: string): string => {
  send({ call: request });
  // A notification of the answer before may arrive late and wake this call: only the cell says that its answer is there.
  while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
  Atomics.store(signal, 0, 0);
  const received = receiveMessageOnPort(port) as { message: { reply: string } };
  return received.message.reply;
};

const run = (job: ScriptJob): void => {
  const outcome = runScript(job, {
    call,
    log: (line) => send({ log: line }),
    refuse: (what) => send({ refused: what }),
    now: () => timeIn(clock, Date.now),
  });
  send({ outcome });
};

// A promise that a script left rejected ends nothing: it is a line of its log.
process.on('unhandledRejection', (reason) => send({ log: `ERROR: unhandled rejection: ${String(reason)}` }));

port.on('message', (message: ToWorker) => {
  if ('job' in message) run(message.job);
});
