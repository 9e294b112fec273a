import type { TellPorts } from '../feedback/low-rating';
import { type WatchPorts, withHealth } from '../health/sweep-watch';
import { acceptOrder, type OrderPost } from '../intake/accept-order';
import type { IntakePorts } from '../intake/intake-ports';
import type { JsonObject } from '../intake/order-form';
import { quoteOrder } from '../intake/quote-order';
import { type Refusal, refusal } from '../intake/refusal';
import { keepRejected, type RejectedPorts } from '../intake/rejected';
import type { ReconcilePorts } from '../lifecycle/reconcile-ports';
import { deliver, type MailPorts } from '../mail/deliver';
import type { Cache, Properties } from '../ports';
import { LAST_GOOD, readConfig } from '../workbook/config';
import { NEWEST } from '../workbook/ledger-row';
import { authenticate, authSettings } from './authentication';
import { countOtherPost, countRepeat, countStranger, turnedAway } from './limits';
import { postFeedback, postShipping, postStatus } from './order-routes';
import { readBody } from './read-body';
import { newGeneration } from './read-cache';
import { postedText, single, type WebEvent } from './web-request';

export interface PostPorts extends IntakePorts, ReconcilePorts, MailPorts, RejectedPorts, TellPorts, WatchPorts {
  readonly properties: Properties;
  readonly cache: Cache;
}

/** A post to the web app: proves itself, is read, and goes to its route; the answer is JSON with `ok` (design.md 4). */
export const handlePost = (ports: PostPorts, event: WebEvent | null | undefined): object => {
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
  return withHealth(ports, toRoute(ports, reading.body, text, webhookId));
};

const toRoute = (ports: PostPorts, body: JsonObject, text: string, webhookId: string): object => {
  const route = body.route ?? '';
  if (route === '') return createOrder(ports, { body, webhookId, by: 'ordering platform', replaces: '' }, text);
  const handle = typeof route === 'string' ? POST_ROUTES.get(route) : undefined;
  if (!handle) return refusal('UNKNOWN_ROUTE', `There is no route ${JSON.stringify(route).slice(0, 60)}.`);
  return countOtherPost(ports) ?? handle(ports, body);
};

const quote = (ports: PostPorts, body: JsonObject): object => {
  const view = ports.workbook.read();
  return quoteOrder(body, readConfig(view, ports.properties.all()[LAST_GOOD]));
};

/** Every route of a POST beside the order itself (design.md 4). docs/security.md has a row for each. */
export const POST_ROUTES: ReadonlyMap<string, (ports: PostPorts, body: JsonObject) => object> = new Map([
  ['orders/quote', quote],
  ['orders/status', postStatus],
  ['orders/shipping', postShipping],
  ['orders/feedback', postFeedback],
]);

/** Refusals that say something about the order itself: kept in the Rejected tab (design.md 4). */
const KEPT: readonly Refusal['code'][] = ['VALIDATION_FAILED', 'PRICE_MISMATCH', 'ORDER_CONFLICT'];

const createOrder = (ports: PostPorts, post: OrderPost, text: string): object => {
  const away = turnedAway(ports);
  if (away) return away;
  const view = ports.workbook.read();
  const config = readConfig(view, ports.properties.all()[LAST_GOOD]);
  const { answer, created, sendsReceipt } = acceptOrder(ports, view, config, post);
  if (!created) {
    const tooMany = countRepeat(ports);
    if (tooMany) return tooMany;
    if (!answer.ok && KEPT.includes(answer.code)) keepRejected(ports, view, answer, post, text);
    return answer;
  }
  newGeneration(ports.cache, ports.crypto);
  if (sendsReceipt) {
    const receipt = { entry: created, ledgerAt: NEWEST, kind: 'receipt' } as const;
    deliver(ports, view, config, [receipt], Date.parse(created.order.createdAt));
  }
  return answer;
};
