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
import { authenticate, authSettings } from './authentication';
import { postFeedback, postShipping, postStatus } from './order-routes';
import { readBody } from './read-body';
import { newGeneration } from './read-cache';
import { single, type WebEvent } from './web-request';

export interface PostPorts extends IntakePorts, ReconcilePorts, MailPorts, RejectedPorts {
  readonly properties: Properties;
  readonly cache: Cache;
}

/** A post to the web app: proves itself, is read, and goes to its route; the answer is JSON with `ok` (design.md 4). */
export const handlePost = (ports: PostPorts, event: WebEvent | undefined): object => {
  const text = event?.postData?.contents ?? '';
  const settings = authSettings(ports.properties.all());
  const reading = readBody(text);
  const bodyKey = 'body' in reading && typeof reading.body.key === 'string' ? reading.body.key : '';
  const credentials = {
    id: single(event, 'webhook-id'),
    timestamp: single(event, 'webhook-timestamp'),
    signature: single(event, 'webhook-signature'),
    key: bodyKey || single(event, 'key'),
    signedBody: text,
  };
  const refused = authenticate(ports.crypto, settings, credentials, ports.clock.now());
  if (refused) return refused;
  if ('refused' in reading) return reading.refused;
  const { body } = reading;
  const webhookId = settings.mode === 'signature' ? credentials.id : '';
  switch (body.route ?? '') {
    case '':
      return createOrder(ports, { body, webhookId, by: 'ordering platform', replaces: '' }, text);
    case 'orders/quote':
      return quote(ports, body);
    case 'orders/status':
      return postStatus(ports, body);
    case 'orders/shipping':
      return postShipping(ports, body);
    case 'orders/feedback':
      return postFeedback(ports, body);
    default:
      return refusal('UNKNOWN_ROUTE', `There is no route ${JSON.stringify(body.route).slice(0, 60)}.`);
  }
};

/** Refusals that say something about the order itself: kept in the Rejected tab (design.md 4). */
const KEPT: readonly Refusal['code'][] = ['VALIDATION_FAILED', 'PRICE_MISMATCH', 'ORDER_CONFLICT'];

const createOrder = (ports: PostPorts, post: OrderPost, text: string): object => {
  const view = ports.workbook.read();
  const config = readConfig(view, ports.properties.all()[LAST_GOOD]);
  const { answer, created } = acceptOrder(ports, view, config, post);
  if (created) {
    newGeneration(ports.cache, ports.crypto);
    const receipt = { entry: created, kind: 'receipt', attempts: 0 } as const;
    deliver(ports, view, config, [receipt], Date.parse(created.order.createdAt));
  }
  if (!answer.ok && KEPT.includes(answer.code)) keepRejected(ports, view, answer, post, text);
  return answer;
};

const quote = (ports: PostPorts, body: JsonObject): object => {
  const view = ports.workbook.read();
  return quoteOrder(body, readConfig(view, ports.properties.all()[LAST_GOOD]));
};
