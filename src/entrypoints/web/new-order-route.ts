import type { Ports } from '../../core/all-ports';
import type { Refusal } from '../../core/refusal';
import { deliver } from '../../email/deliver';
import { noteCameBack } from '../../health/turned-away';
import { acceptOrder } from '../../intake/accept-order';
import { readSent } from '../../intake/known-order';
import { keepRejected } from '../../intake/rejected';
import { configOf } from '../../workbook/config';
import { NEWEST } from '../../workbook/ledger-row';
import { answeredBefore, rememberAnswer } from './answered-before';
import { foreignBody } from './foreign-body';
import { countOtherPost, countRepeat, turnedAway } from './limits';
import type { Posted, PostRoute } from './route';

/** Refusals that say something about the order itself: kept in the Rejected tab (docs/design.md 4.7). */
const KEPT: readonly Refusal['code'][] = ['VALIDATION_FAILED', 'PRICE_MISMATCH', 'ORDER_CONFLICT'];

const createOrder = (ports: Ports, { body, text, webhookId }: Posted): object => {
  const sent = readSent(ports.crypto, body, webhookId);
  const foreign = foreignBody(body, sent.form);
  if (foreign) return countOtherPost(ports) ?? foreign;
  const again = answeredBefore(ports, sent);
  if (again) return again;
  const away = turnedAway(ports);
  if (away) return away;
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  const post = { body, webhookId, sent, by: 'ordering platform', replaces: '' };
  const { answer, created, sendsReceipt } = acceptOrder(ports, view, config, post);
  if (!created && answer.ok) {
    rememberAnswer(ports, sent, answer);
    return answer;
  }
  if (!created) {
    const tooMany = countRepeat(ports);
    if (tooMany) return tooMany;
    if (!answer.ok && KEPT.includes(answer.code)) {
      keepRejected(ports, view, answer, post, text);
      noteCameBack(ports, sent.identity);
    }
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
