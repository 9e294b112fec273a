import type { Outcome } from '../google/execution';
import { endOf, type Gate, type LiveExecution, noteRefusal } from '../google/gate';
import { type Json, Wait } from '../google/operations';
import { ServiceError } from '../google/service-error';
import type { World } from '../google/world';
import { type CallRequest, errorReply, resultReply } from './reply';
import { runScript, type ScriptJob } from './run-script';
import type { Transport } from './transport';

/**
 * Runs the script in this thread: a service call is a function call. One execution at a time, so whoever must wait
 * waits on the world's clock, which is moved on; a question to a user needs its answer prepared.
 * A killed execution runs on to its end, but none of its calls is performed any more.
 */
export class DirectTransport implements Transport {
  constructor(
    private readonly world: World,
    private readonly gate: Gate,
  ) {}

  run(live: LiveExecution, job: ScriptJob): Outcome {
    const outcome = runScript(job, {
      call: (request) => this.answer(live, JSON.parse(request) as CallRequest),
      log: (line) => live.record.log.push(line),
      refuse: (what) => noteRefusal(live, what),
      now: () => this.world.clock.now(),
    });
    return endOf(live) ?? outcome;
  }

  stir(): void {}

  async close(): Promise<void> {}

  private answer(live: LiveExecution, { name, args }: CallRequest): string {
    try {
      return resultReply(this.perform(live, name, args));
    } catch (error) {
      return errorReply(error);
    }
  }

  private perform(live: LiveExecution, name: string, args: readonly Json[]): Json | undefined {
    const call = this.gate.call(live, name, args);
    for (;;) {
      const result = call.attempt();
      if (result instanceof Promise) throw new ServiceError(`${name} takes time. Use the workers transport`, 'Error');
      if (!(result instanceof Wait)) return result;
      if (!Number.isFinite(result.until)) {
        throw new ServiceError(`${name} waits for an answer. Prepare one, or use the workers transport`, 'Error');
      }
      this.world.clock.advance(Math.max(0, result.until - this.world.clock.now()));
    }
  }
}
