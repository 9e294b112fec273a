import type { Ports } from '../../core/all-ports';
import type { Refusal } from '../../core/refusal';
import { deliver } from '../../email/deliver';
import { noteCameBack } from '../../health/turned-away';
import { acceptOrder, forStaff } from '../../intake/accept-order';
import { readSent } from '../../intake/known-order';
import { keepRejected } from '../../intake/rejected';
import { standInId } from '../../intake/stand-in-id';
import { configOf } from '../../workbook/config';
import { NEWEST } from '../../workbook/ledger-row';
import { answeredBefore, rememberAnswer } from './answered-before';
import { foreignBody } from './foreign-body';
import { countRepeat, turnedAway } from './limits';
import type { Posted, PostRoute } from './route';

/** Refusals that say something about the order itself: kept in the Rejected tab (docs/design.md 4.7). */
const KEPT: readonly Refusal['code'][] = ['VALIDATION_FAILED', 'PRICE_MISMATCH', 'ORDER_CONFLICT'];

const createOrder = (ports: Ports, { body, text, webhookId }: Posted): object => {
  const sent = readSent(ports.crypto, body, standInId(ports.crypto, webhookId));
  const { id, fingerprint, total } = sent.identity;
  // The total isn't part of the content, but a corrected total makes it a different request.
  const counted = { key: id || fingerprint, post: `${fingerprint} ${total} ${id}` };
  const foreign = foreignBody(body, sent.form);
  if (foreign) return countRepeat(ports, { name: 'refused', ...counted }) ?? foreign;
  const again = answeredBefore(ports, sent);
  if (again) return again;
  const away = turnedAway(ports, () => counted.post);
  if (away) return away;
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  const post = { body, webhookId: standInId(ports.crypto, webhookId), sent, by: 'ordering platform', replaces: '' };
  const accepted = acceptOrder(ports, view, config, post);
  const { answer, created, sendsReceipt, repeat } = accepted;
  if (repeat) {
    rememberAnswer(ports, sent, repeat);
    // With an id the next copy is answered from the cache; without one, each copy has to be found in the sheet.
    return (id === '' ? countRepeat(ports, { name: 'repeat', ...counted }) : null) ?? answer;
  }
  if (!created) {
    if (!answer.ok && answer.retry) return answer;
    const tooMany = countRepeat(ports, { name: 'refused', ...counted });
    if (tooMany) return tooMany;
    if (!answer.ok && KEPT.includes(answer.code)) {
      keepRejected(ports, view, forStaff(answer, accepted), post, text, accepted.isErased);
      noteCameBack(ports, sent.identity);
    }
    return answer;
  }
  if (sendsReceipt) {
    const receipt = { entry: created, ledgerAt: NEWEST, kind: 'receipt', isNew: true } as const;
    deliver(ports, view, config, [receipt], Date.parse(created.order.createdAt));
  }
  return answer;
};

/** A new order: the only POST request without a route. New orders are counted in the Ledger, not here. */
export const NEW_ORDER_ROUTE: PostRoute = {
  method: 'POST',
  path: '',
  auth: 'signature',
  answer: createOrder,
};
