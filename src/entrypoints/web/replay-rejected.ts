import type { Ports } from '../../core/all-ports';
import type { Refusal } from '../../core/refusal';
import { GONE } from '../../domain/erased';
import { deliver } from '../../email/deliver';
import { acceptOrder, type OrderPost } from '../../intake/accept-order';
import { isLarge } from '../../intake/large-total';
import type { OrderAnswer } from '../../intake/order-answer';
import { keptId, parseRejectedKey, type RejectedKey } from '../../intake/rejected';
import { configOf } from '../../workbook/config';
import { type Cell, textOf } from '../../workbook/layout';
import { NEWEST } from '../../workbook/ledger-row';
import { readBody } from './read-body';

const NO_ROW = 'Please select a row of the Rejected tab first: the one whose Raw Body you have corrected.';

/**
 * Menu: takes the selected row of the Rejected tab, its Raw Body corrected by a person, through the intake again. A
 * later retry of the original counts as a duplicate of the order that comes of it (docs/design.md 4.7).
 * @param by who is at the keyboard.
 * @returns a sentence for that person: what came of it, or why the post is still refused.
 */
export const replayRejected = (ports: Ports, by: string): string => {
  const view = ports.workbook.read();
  const row = ports.rejected.selected(view);
  const original = row && parseRejectedKey(textOf(row.cells.Fingerprint));
  if (!row || !original) return NO_ROW;
  const state = textOf(row.cells.State);
  if (state.startsWith(REPLAYED)) return `This post was ${state} before. Nothing was done.`;
  const raw = textOf(row.cells['Raw Body']);
  if (raw === GONE)
    return 'The customer of this post was erased on request: there is nothing left to replay. Nothing was done.';
  const reading = readBody(raw);
  if ('refused' in reading) return `Still refused, nothing was stored. ${reading.refused.error}`;
  const post: OrderPost = { body: reading.body, webhookId: original.id, by, replaces: original.fingerprint };
  const changedId = idProblem(post, original, row.cells);
  if (changedId) return changedId;
  const claimedAt = ports.clock.now().getTime();
  const config = configOf(ports, view);
  const { answer, created, sendsReceipt } = acceptOrder(ports, view, config, post);
  if (!answer.ok) return `Still refused, nothing was stored. ${reasonsOf(answer)}`;
  ports.rejected.mark(view, textOf(row.cells.Fingerprint), `${REPLAYED} as ${answer.orderNumber}`);
  if (created && sendsReceipt)
    deliver(ports, view, config, [{ entry: created, ledgerAt: NEWEST, kind: 'receipt' }], claimedAt);
  return created
    ? accepted(answer, isLarge(created.order.price.total, config.settings), ports.sends)
    : `The platform has sent this order since: it is ${answer.orderNumber}.`;
};

const REPLAYED = 'replayed';

const accepted = ({ orderNumber, total }: OrderAnswer, isHeld: boolean, sends: boolean): string =>
  `Accepted as ${orderNumber}, total $${total}. ${isHeld ? HELD : sends ? SENT : LEAVES}`;

const HELD =
  'The total is unusually high, so the receipt is held: check the order, then release it (CPS Orders > Today).';
const SENT = 'The customer gets the receipt now.';
const LEAVES = 'The receipt leaves from the operator’s account within some minutes.';

const reasonsOf = ({ error, details = [] }: Refusal): string =>
  [error, ...details.map(({ field, message }) => `${field} ${message}`)].join('\n');

/**
 * The id has to stay, or a retry of the original might become a second order. Two cases need another one: an id that
 * belongs to another order already, and an id that is itself not allowed.
 */
const idProblem = (post: OrderPost, original: RejectedKey, cells: Readonly<Record<string, Cell>>): string => {
  const mayChange =
    original.id === '' ||
    textOf(cells.Code) === 'ORDER_CONFLICT' ||
    /^(orderId|webhook-id) /m.test(textOf(cells.Reasons));
  return mayChange || keptId(post) === original.id
    ? ''
    : `Nothing was done: the orderId must stay "${original.id}", so that a retry of the platform is known again.`;
};
