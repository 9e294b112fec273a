import type { Ports } from '../../core/all-ports';
import type { Refusal } from '../../core/refusal';
import { deliver } from '../../email/deliver';
import { acceptOrder, fingerprintOf, forStaff, idOf } from '../../intake/accept-order';
import { standInId } from '../../intake/known-order';
import { keepRejected } from '../../intake/rejected';
import { configOf } from '../../workbook/config';
import { NEWEST } from '../../workbook/ledger-row';
import { countRepeat, turnedAway } from './limits';
import type { Posted, PostRoute } from './route';

/** Refusals that say something about the order itself: kept in the Rejected tab (docs/design.md 4.7). */
const KEPT: readonly Refusal['code'][] = ['VALIDATION_FAILED', 'PRICE_MISMATCH', 'ORDER_CONFLICT'];

const createOrder = (ports: Ports, { body, text, webhookId }: Posted): object => {
  const post = { body, webhookId: standInId(ports.crypto, webhookId), by: 'ordering platform', replaces: '' };
  const fingerprint = () => fingerprintOf(ports.crypto, body);
  const thisVery = () => `${fingerprint()} ${idOf(post)}`;
  const away = turnedAway(ports, thisVery);
  if (away) return away;
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  const accepted = acceptOrder(ports, view, config, post);
  const { answer, created, sendsReceipt } = accepted;
  if (!created) {
    if (!answer.ok && answer.retry) return answer;
    const name = answer.ok ? 'repeat' : 'refused';
    const tooMany = countRepeat(ports, { name, key: idOf(post) || fingerprint(), post: thisVery() });
    if (tooMany) return tooMany;
    if (!answer.ok && KEPT.includes(answer.code)) keepRejected(ports, view, forStaff(answer, accepted), post, text);
    return answer;
  }
  if (sendsReceipt) {
    const receipt = { entry: created, ledgerAt: NEWEST, kind: 'receipt' } as const;
    deliver(ports, view, config, [receipt], Date.parse(created.order.createdAt));
  }
  return answer;
};

/** A posted order: the one post without a route. New orders are counted in the Ledger, not here. */
export const NEW_ORDER_ROUTE: PostRoute = {
  method: 'POST',
  path: '',
  auth: 'signature',
  answer: createOrder,
};
