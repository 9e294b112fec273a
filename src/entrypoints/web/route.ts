import type { Ports } from '../../core/all-ports';
import { type FieldProblem, type Refusal, refusal } from '../../core/refusal';
import type { Troubles } from '../../health/methods';
import type { JsonObject } from '../../intake/order-form';
import type { WorkbookView } from '../../workbook/view';
import { countPost } from './limits';

/** Who gets an answer: senders of signed requests only (authentication.ts), or anyone. */
export type Auth = 'signature' | 'none';

/** What a read asks with. */
export interface Question {
  /** A parameter of the query; blank when it is left out. */
  readonly given: (name: string) => string;
  /** Whether the request proves who sends it, though it need not: what it carries for that is checked only now. */
  readonly proves: () => boolean;
  /** ISO 8601: the moment of the answer. */
  readonly asOf: string;
}

/** What reads work with. */
export interface GetPorts extends Ports {
  /** A sentence for each thing that is not in order: for who proves itself. */
  readonly troubles: (view: WorkbookView) => Troubles;
}

/** A read of the web app, `GET ?route=path`. */
export interface GetRoute {
  readonly method: 'GET';
  readonly path: string;
  readonly auth: Auth;
  /** The parameters that make a different answer: each answer to them is kept for 30 seconds. Null: none is kept. */
  readonly keptBy: readonly string[] | null;
  readonly answer: (ports: GetPorts, question: Question) => object;
}

/** What was posted, by a sender who has proved itself. */
export interface Posted {
  readonly body: JsonObject;
  /** The body as it came. */
  readonly text: string;
  /** The id of the signed message; blank where nothing is signed. */
  readonly webhookId: string;
}

/** What a body asks for, or its errors, plus remarks for the sender such as ignored keys. */
export type Reading<Asked> = ({ readonly asked: Asked } | { readonly problems: readonly FieldProblem[] }) & {
  readonly remarks: readonly string[];
};

/** Something posted to the web app, `{"route": path, ...}`; an order has no path. Each is signed. */
export interface PostRoute {
  readonly method: 'POST';
  readonly path: string;
  readonly auth: 'signature';
  readonly answer: (ports: Ports, posted: Posted) => object;
}

/**
 * A route that reads its body before it does anything else, with a limit per minute (limits.ts). @param keyOf what its
 * own limit counts by, below the overall one. @param read reads the body and reports all errors together. @param run
 * the use case, with its answer.
 */
export const postRoute = <Asked>({
  path,
  limit,
  keyOf,
  read,
  run,
}: {
  readonly path: string;
  readonly limit: 'quote' | 'status';
  readonly keyOf: (ports: Pick<Ports, 'crypto'>, body: JsonObject) => string;
  readonly read: (body: JsonObject) => Reading<Asked>;
  readonly run: (ports: Ports, asked: Asked) => object;
}): PostRoute => ({
  method: 'POST',
  path,
  auth: 'signature',
  answer: (ports, { body }) => {
    const away = countPost(ports, limit, keyOf(ports, body));
    if (away) return away;
    const reading = read(body);
    if ('problems' in reading) return notUnderstood(reading.problems, reading.remarks);
    const answer = run(ports, reading.asked);
    return reading.remarks.length > 0 ? { ...answer, warnings: reading.remarks } : answer;
  },
});

const notUnderstood = (problems: readonly FieldProblem[], remarks: readonly string[]): Refusal =>
  refusal('VALIDATION_FAILED', ['The request was not understood. See details.', ...remarks].join(' '), problems);

/** The route of a path, if there is one. */
export const routeOf = <Route extends { readonly path: string }>(
  routes: readonly Route[],
  path: unknown,
): Route | undefined => routes.find((route) => route.path === path);
