import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Outcome } from '../google/execution';
import { endOf, type Gate, type LiveExecution, noteRefusal } from '../google/gate';
import type { World } from '../google/world';
import { type CallRequest, errorReply, resultReply } from './reply';
import type { ScriptJob } from './run-script';
import { Scheduler, type Settled } from './scheduler';
import type { Transport } from './transport';
import type { FromWorker, ToWorker } from './worker-protocol';

/** A script that makes no service call is stopped after this long in real time, milliseconds. */
const REAL_LIMIT = 6 * 60_000;
/** Workers kept for the next executions. */
const KEPT = 4;

/** One worker thread and what it is doing. */
class ScriptWorker {
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private readonly worker: Worker;
  private readonly port: MessagePort;
  onMessage: (message: FromWorker) => void = () => {};
  onFailure: (error: Error) => void = () => {};

  constructor(path: string, clock: Float64Array) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.worker = new Worker(path, { workerData: { port: port2, signal: this.signal, clock }, transferList: [port2] });
    this.port.on('message', (message: FromWorker) => this.onMessage(message));
    this.worker.on('error', (error) => this.onFailure(error));
  }

  start(job: ScriptJob): void {
    this.send({ job });
  }

  reply(text: string): void {
    this.send({ reply: text });
    Atomics.store(this.signal, 0, 1);
    Atomics.notify(this.signal, 0);
  }

  /** An idle worker does not keep the process alive. */
  rest(): void {
    this.worker.unref();
    this.port.unref();
  }

  wake(): void {
    this.worker.ref();
    this.port.ref();
  }

  async end(): Promise<void> {
    this.port.close();
    await this.worker.terminate();
  }

  private send(message: ToWorker): void {
    this.port.postMessage(message);
  }
}

/**
 * Runs scripts in worker threads, several at the same time; this thread owns the world and answers their calls one by one.
 * Workers are used again, each job in a fresh context. A killed execution's worker is ended: no finally block runs.
 */
export class WorkerTransport implements Transport {
  private readonly idle: ScriptWorker[] = [];
  private readonly all = new Set<ScriptWorker>();
  /** Workers that are being ended: until then they keep the process alive. */
  private readonly ending = new Set<Promise<void>>();
  private readonly scheduler: Scheduler;
  /** How to end each job that runs. */
  private readonly running = new Map<string, () => void>();

  /** @param path the built worker; @param seed chooses the order of calls (see Scheduler); null = as they come. */
  constructor(
    private readonly world: World,
    private readonly gate: Gate,
    private readonly path: string,
    seed: number | null,
  ) {
    this.scheduler = new Scheduler(world, seed);
  }

  run(live: LiveExecution, job: ScriptJob): Promise<Outcome> {
    const { id } = live.record;
    this.scheduler.enter(id);
    const worker = this.take();
    return new Promise<Outcome>((resolve) => {
      const limit = setTimeout(() => {
        live.dead = 'timed out';
        finish({ status: 'timed out' });
      }, REAL_LIMIT);
      const finish = (outcome: Outcome): void => {
        clearTimeout(limit);
        this.running.delete(id);
        worker.onMessage = () => {};
        if (live.dead) this.drop(worker);
        else this.giveBack(worker);
        resolve(outcome);
        // Before others go on: what they wait for may be free now.
        this.world.locks.releaseAll(id);
        this.scheduler.leave(id);
      };
      this.running.set(id, () => {
        live.dead = 'killed';
        finish({ status: 'killed' });
      });
      const settle = (settled: Settled): void => {
        const end = endOf(live);
        if (end) finish(end);
        else worker.reply('error' in settled ? errorReply(settled.error) : resultReply(settled.value));
      };
      worker.onFailure = (error) => {
        live.dead = 'killed';
        live.record.log.push(`ERROR: the worker ended: ${error.message}`);
        finish({ status: 'failed', error: { name: 'Error', message: error.message, stack: error.stack ?? '' } });
      };
      worker.onMessage = (message) => {
        if ('log' in message) live.record.log.push(message.log);
        else if ('refused' in message) {
          noteRefusal(live, message.refused);
          const end = endOf(live);
          if (end) finish(end);
        } else if ('outcome' in message) finish(message.outcome);
        else {
          const { name, args } = JSON.parse(message.call) as CallRequest;
          this.scheduler.submit(id, this.gate.call(live, name, args), settle);
        }
      };
      worker.start(job);
    });
  }

  stir(): void {
    this.scheduler.stir();
  }

  async close(): Promise<void> {
    for (const end of [...this.running.values()]) end();
    this.scheduler.close();
    for (const worker of [...this.all]) this.drop(worker);
    await Promise.all(this.ending);
  }

  private take(): ScriptWorker {
    const rested = this.idle.pop();
    if (rested) {
      rested.wake();
      return rested;
    }
    const worker = new ScriptWorker(this.path, this.world.clock.cells);
    this.all.add(worker);
    return worker;
  }

  private giveBack(worker: ScriptWorker): void {
    if (this.idle.length >= KEPT) {
      this.drop(worker);
      return;
    }
    worker.rest();
    this.idle.push(worker);
  }

  private drop(worker: ScriptWorker): void {
    this.all.delete(worker);
    const ended = worker.end().finally(() => this.ending.delete(ended));
    this.ending.add(ended);
  }
}
