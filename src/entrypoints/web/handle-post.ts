import type { Ports } from '../../core/all-ports';
import { type AuthSettings, authenticate, authSettings } from '../../core/authentication';
import { withoutSecrets } from '../../core/blank-secrets';
import { shown } from '../../core/fields';
import { type Refusal, refusal } from '../../core/refusal';
import { withHealth } from '../../health/sweep-watch';
import { type AwayOrder, noteTurnedAway } from '../../health/turned-away';
import { isBlank, type JsonObject } from '../../intake/body-keys';
import { readSent } from '../../intake/known-order';
import { isForeign } from '../../intake/order-form';
import { busyAnswer } from './busy-answer';
import { countStranger } from './limits';
import { POST_ROUTES } from './order-routes';
import { readBody } from './read-body';
import { type Posted, routeOf } from './route';
import { postedText, single, type WebEvent } from './web-request';

/**
 * A POST request to the web app: authenticated, read and passed to its route. The answer is JSON with `ok`
 * (docs/design.md 4.1).
 */
export const handlePost = (ports: Ports, event: WebEvent | null | undefined): object => {
  const text = postedText(event);
  const reading = readBody(text);
  // Even the signature of a text this long is not worth its time.
  if ('refused' in reading && reading.refused.code === 'PAYLOAD_TOO_LARGE') {
    ports.properties.keepCopy();
    return reading.refused;
  }
  const bodyKey = 'body' in reading && typeof reading.body.key === 'string' ? reading.body.key : '';
  const credentials = {
    id: single(event, 'webhook-id'),
    timestamp: single(event, 'webhook-timestamp'),
    signature: single(event, 'webhook-signature'),
    key: bodyKey || single(event, 'key'),
    signedBody: text,
  };
  const settings = (): AuthSettings => authSettings(ports.properties.all());
  const refuse = (): Refusal | null => authenticate(ports.crypto, settings(), credentials, ports.clock.now());
  // A request that proves itself is judged by the current properties. Strangers trigger a new reading only now and then.
  const refused = refuse() ?? (ports.properties.renew() ? refuse() : null);
  if (refused) {
    ports.properties.keepCopy();
    countStranger(ports);
    return refused;
  }
  if ('refused' in reading) return withHealth(ports, reading.refused);
  const webhookId = settings().mode === 'signature' ? credentials.id : '';
  const posted = { ...withSecretsBlanked(reading.body, text, settings()), webhookId };
  return withHealth(ports, misroutedBody(posted.body, single(event, 'route')) ?? answerOf(ports, posted));
};

/** The body without our secrets, and its text as it came; made from the body where the text holds one. */
const withSecretsBlanked = (sent: JsonObject, text: string, settings: AuthSettings): Pick<Posted, 'body' | 'text'> => {
  const blanked = withoutSecrets(settings);
  const body = blanked(sent);
  return { body, text: blanked(text) === text ? text : JSON.stringify(body) };
};

/** The answer of a route; a request that is turned away for now is counted, and its order looked for later. */
const answerOf = (ports: Ports, posted: Posted): object => {
  try {
    const answer = toRoute(ports, posted);
    if ('code' in answer && answer.code === 'BUSY') noteTurnedAway(ports, orderIn(ports, posted));
    return answer;
  } catch (error) {
    const busy = busyAnswer(error);
    if (!busy) throw error;
    noteTurnedAway(ports, orderIn(ports, posted));
    return busy;
  }
};

/** The order that a request brings; null for any other. */
const orderIn = ({ crypto }: Ports, { body, webhookId }: Posted): AwayOrder | null => {
  const { form, identity } = readSent(crypto, body, webhookId);
  return isBlank(body.route) && !isForeign(form) ? identity : null;
};

/**
 * A request that names its route where it is not read (`Route`, `action`, the query) must not become an order: a quote
 * stores nothing. Null for all others.
 */
const misroutedBody = (body: JsonObject, inQuery: string): Refusal | null => {
  const isRoute = (value: unknown): boolean => value !== '' && routeOf(POST_ROUTES, value) !== undefined;
  if (!isBlank(body.route)) return null;
  const key = Object.keys(body).find((name) => isRoute(body[name]));
  if (key === undefined && !isRoute(inQuery)) return null;
  const field = key?.slice(0, 60) ?? 'route';
  const message = `must be in the body, as "route": ${shown(key === undefined ? inQuery : body[key])}`;
  return refusal('VALIDATION_FAILED', 'Send the route in the body.', [{ field, message }]);
};

const toRoute = (ports: Ports, posted: Posted): object => {
  const path = posted.body.route ?? '';
  const route = routeOf(POST_ROUTES, path);
  if (!route) return refusal('UNKNOWN_ROUTE', `Unknown route ${JSON.stringify(path).slice(0, 60)}.`);
  return route.answer(ports, posted);
};
