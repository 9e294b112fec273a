import type { Ports } from '../../core/all-ports';
import type { Refusal } from '../../core/refusal';
import { GONE } from '../../domain/erased';
import { type Cents, formatDollars } from '../../domain/money';
import { deliver } from '../../email/deliver';
import { acceptOrder, forStaff, type OrderPost } from '../../intake/accept-order';
import { readSent } from '../../intake/known-order';
import { isLarge } from '../../intake/large-total';
import type { OrderAnswer } from '../../intake/order-answer';
import { keptId, parseRejectedKey, type RejectedKey } from '../../intake/rejected';
import { type Config, configOf } from '../../workbook/config';
import { type Cell, textOf } from '../../workbook/layout';
import { NEWEST } from '../../workbook/ledger-row';
import { readBody } from './read-body';

const NO_ROW = 'First select the row of the Rejected tab whose Raw Body you corrected.';

/**
 * Menu: sends the selected row of the Rejected tab, with its corrected Raw Body, through the intake again. A later
 * retry of the original counts as a duplicate of the resulting order (docs/design.md 4.7).
 * @param by the current user.
 * @returns a sentence for the user: the result, or why the order is still rejected.
 */
export const replayRejected = (ports: Ports, by: string): string => {
  const view = ports.workbook.read();
  const row = ports.rejected.selected(view);
  const original = row && parseRejectedKey(textOf(row.cells.Fingerprint));
  if (!row || !original) return NO_ROW;
  const state = textOf(row.cells.State);
  if (state.startsWith(REPLAYED)) return `This order was already ${state}. Nothing was done.`;
  const raw = textOf(row.cells['Raw Body']);
  if (raw === GONE)
    return 'This customer’s data was erased on request, so there is nothing to replay. Nothing was done.';
  const reading = readBody(raw);
  if ('refused' in reading) return `This order is still rejected, and nothing was saved. ${reading.refused.error}`;
  const { body } = reading;
  const sent = readSent(ports.crypto, body, original.id);
  const post: OrderPost = { body, webhookId: original.id, by, sent, replaces: original.fingerprint };
  const changedId = idProblem(sent.identity.id, original, row.cells);
  if (changedId) return changedId;
  const claimedAt = ports.clock.now().getTime();
  const config = configOf(ports, view);
  const acceptance = acceptOrder(ports, view, config, post);
  const { answer, created, sendsReceipt } = acceptance;
  if (!answer.ok)
    return `This order is still rejected, and nothing was saved. ${reasonsOf(forStaff(answer, acceptance))}`;
  ports.rejected.mark(view, textOf(row.cells.Fingerprint), `${REPLAYED} as ${answer.orderNumber}`);
  if (created && sendsReceipt)
    deliver(ports, view, config, [{ entry: created, ledgerAt: NEWEST, kind: 'receipt' }], claimedAt);
  return created
    ? accepted(answer, created.order.price.total, config, ports.sends)
    : `The platform has already resent this order. It's order ${answer.orderNumber}.`;
};

const REPLAYED = 'replayed';

const accepted = ({ orderNumber }: OrderAnswer, total: Cents, { settings }: Config, sends: boolean): string =>
  `Accepted as ${orderNumber}, total ${formatDollars(total)}. ${isLarge(total, settings) ? HELD : sends ? SENT : LEAVES}`;

const HELD =
  'The total is unusually high, so the receipt is on hold. Check the order, then release the receipt in CPS Orders > Today.';
const SENT = 'The receipt is on its way to the customer.';
const LEAVES = 'The receipt will go out from the operator’s account within a few minutes.';

const reasonsOf = ({ error, details = [] }: Refusal): string =>
  [error, ...details.map(({ field, message }) => `${field} ${message}`)].join('\n');

/**
 * The id must stay the same, or a retry of the original could become a second order. Only two cases need a new one: an
 * id that already belongs to another order, and an id that isn't valid.
 */
const idProblem = (id: string, original: RejectedKey, cells: Readonly<Record<string, Cell>>): string => {
  const mayChange =
    original.id === '' ||
    textOf(cells.Code) === 'ORDER_CONFLICT' ||
    /^(orderId|webhook-id) /m.test(textOf(cells.Reasons));
  return mayChange || keptId({ id }) === original.id
    ? ''
    : `Nothing was done: the orderId must stay "${original.id}", so that a retry by the platform is recognized.`;
};
