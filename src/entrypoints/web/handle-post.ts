import type { Ports } from '../../core/all-ports';
import { type AuthSettings, authenticate, authSettings } from '../../core/authentication';
import { withoutSecrets } from '../../core/blank-secrets';
import { refusal } from '../../core/refusal';
import { withHealth } from '../../health/sweep-watch';
import type { JsonObject } from '../../intake/order-form';
import { countStranger } from './limits';
import { POST_ROUTES } from './order-routes';
import { readBody } from './read-body';
import { type Posted, routeOf } from './route';
import { postedText, single, type WebEvent } from './web-request';

/**
 * A post to the web app: proves itself, is read, and goes to its route; the answer is JSON with `ok`
 * (docs/design.md 4.1).
 */
export const handlePost = (ports: Ports, event: WebEvent | null | undefined): object => {
  const text = postedText(event);
  const settings = authSettings(ports.properties.all());
  const reading = readBody(text);
  // Even the signature of a text this long is not worth its time.
  if ('refused' in reading && reading.refused.code === 'PAYLOAD_TOO_LARGE') return reading.refused;
  const bodyKey = 'body' in reading && typeof reading.body.key === 'string' ? reading.body.key : '';
  const credentials = {
    id: single(event, 'webhook-id'),
    timestamp: single(event, 'webhook-timestamp'),
    signature: single(event, 'webhook-signature'),
    key: bodyKey || single(event, 'key'),
    signedBody: text,
  };
  const refused = authenticate(ports.crypto, settings, credentials, ports.clock.now());
  if (refused) {
    countStranger(ports);
    return refused;
  }
  if ('refused' in reading) return withHealth(ports, reading.refused);
  const webhookId = settings.mode === 'signature' ? credentials.id : '';
  return withHealth(ports, toRoute(ports, { ...withSecretsBlanked(reading.body, text, settings), webhookId }));
};

/** The body without our secrets, and its text as it came; made from the body where the text holds one. */
const withSecretsBlanked = (sent: JsonObject, text: string, settings: AuthSettings): Pick<Posted, 'body' | 'text'> => {
  const blanked = withoutSecrets(settings);
  const body = blanked(sent);
  return { body, text: blanked(text) === text ? text : JSON.stringify(body) };
};

const toRoute = (ports: Ports, posted: Posted): object => {
  const path = posted.body.route ?? '';
  const route = routeOf(POST_ROUTES, path);
  if (!route) return refusal('UNKNOWN_ROUTE', `There is no route ${JSON.stringify(path).slice(0, 60)}.`);
  return route.answer(ports, posted);
};
