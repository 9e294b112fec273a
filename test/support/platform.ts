import type { Answer, Shop } from './shop';

const MOST_TRIES = 20;
const SECOND = 1_000;

/** What happened to an order that the platform sent until the answer was ok. */
export interface Delivered {
  /** The answer with `ok`. */
  readonly answer: Answer;
  /** Every try that was not ok: its code, or `no answer` when what came back was no JSON. */
  readonly failures: readonly string[];
}

/**
 * The ordering platform: posts the same body under the same id until the answer is ok, waiting as long as the answer asks.
 * @throws Error when an answer says not to retry, or nothing helps.
 */
export const sendUntilOk = async (shop: Shop, body: unknown, query = ''): Promise<Delivered> => {
  const failures: string[] = [];
  while (failures.length < MOST_TRIES) {
    const answer = await shop.post(body, query).catch(() => null);
    if (answer?.ok) return { answer, failures };
    failures.push(answer?.code ?? 'no answer');
    if (answer && answer.retry !== true) throw new Error(`refused for good: ${JSON.stringify(answer)}`);
    await shop.office.advance(Number(answer?.retryAfterSeconds ?? 5) * SECOND);
  }
  throw new Error(`not ok after ${failures.length} tries: ${failures.join(', ')}`);
};
