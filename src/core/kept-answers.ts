import type { Ports } from './all-ports';

/** What keeping answers needs from the world. */
export type AnswerPorts = Pick<Ports, 'cache' | 'clock' | 'crypto' | 'properties'>;

/** The Script Property with the ids that were repeated last, as the beginnings of their SHA-256: moment, then a list. */
const REPEATED = 'ORDERS_REPEATED';
/** The Script Property with a mark that every kept answer carries: another mark, and all are forgotten. */
const MARK = 'ORDERS_REPEATED_MARK';

/** Repeats come within minutes; Google keeps nothing for longer than six hours (docs/google.md G12). */
const KEPT_SECONDS = 3_600;
/** Ids that are remembered as repeated. */
const MOST_IDS = 150;
/** How long after a repeat more are expected, in milliseconds. */
const FLOOD = 600_000;

const hash = ({ crypto }: AnswerPorts, id: string): string => crypto.sha256(id).slice(0, 10);

const repeated = ({ properties }: AnswerPorts): { readonly at: number; readonly ids: readonly string[] } => {
  const [at = '', ids = ''] = (properties.all()[REPEATED] ?? '').split(' ');
  return { at: Number(at), ids: ids ? ids.split(',') : [] };
};

const keyOf = (ports: Pick<AnswerPorts, 'crypto' | 'properties'>, id: string): string =>
  `answer:${ports.crypto.sha256(`${ports.properties.all()[MARK] ?? ''} ${id}`)}`;

/**
 * The answer kept for an order id, without reading the sheet. The cache is read only for ids known to repeat, so it
 * costs a new order nothing. Never use it to decide whether an order may be stored: only the Ledger knows.
 * @param print of the request: a different request with the same id has no answer here.
 */
export const keptAnswer = (ports: AnswerPorts, id: string, print: string): object | null => {
  if (!repeated(ports).ids.includes(hash(ports, id))) return null;
  try {
    const [kept, answer] = JSON.parse(ports.cache.get(keyOf(ports, id)) ?? '[]') as [string?, object?];
    return kept === print && answer ? answer : null;
  } catch {
    return null;
  }
};

/** Keeps the answer to a repeated order for the copies that may follow. Two calls. */
export const keepAnswer = (ports: AnswerPorts, id: string, print: string, answer: object): void => {
  const { ids } = repeated(ports);
  const own = hash(ports, id);
  const all = [own, ...ids.filter((other) => other !== own)].slice(0, MOST_IDS);
  ports.cache.put(keyOf(ports, id), JSON.stringify([print, answer]), KEPT_SECONDS);
  ports.properties.set({ [REPEATED]: `${ports.clock.now().getTime()} ${all.join(',')}` });
};

/** Whether orders were repeated in the last few minutes; if so, the Ledger is checked before anything else. */
export const areRepeatsUsual = (ports: AnswerPorts): boolean =>
  ports.clock.now().getTime() - repeated(ports).at < FLOOD;

/** Forgets every kept answer: a customer was erased, and answers may say what they wrote. */
export const forgetAnswers = ({ crypto, properties }: Pick<AnswerPorts, 'crypto' | 'properties'>): void =>
  properties.set({ [REPEATED]: '', [MARK]: crypto.uuid() });

/** Overwrites the kept answers to these orders, before all are forgotten. */
export const overwriteAnswers = (ports: Omit<AnswerPorts, 'clock'>, ids: readonly string[]): void => {
  for (const id of ids) ports.cache.put(keyOf(ports, id), '', 1);
};
