import { EMAIL_KINDS } from '../../domain/email-kind';
import { MARKS, reasonOf } from '../../domain/marks';
import { type MenuContext, menuContext } from '../../email/staff/menu-context';
import { writeNow } from '../../email/staff/preview';
import { resendTo, testTo } from '../../email/staff/send-asked';
import { entryOf } from '../../ledger/lookup';
import { keyOf, oneOf, text } from '../../rpc/argument-checks';
import { dialog, inLive } from '../../rpc/dialog';
import { done, type Outcome } from '../../rpc/outcome';
import { ForPeople, method } from '../../rpc/rpc';
import type { Amended, AmendPorts } from '../../statuses/amend-order';
import { textOf } from '../../workbook/layout';
import type { LedgerEntry } from '../../workbook/ledger-row';
import { type CardPorts, orderCard } from './card';
import { type FindPorts, findOrders } from './find-orders';
import { markOne, type StepPorts, stepBackOne } from './mark-one';
import { takeLinksBack } from './new-links';
import { addNote, LONGEST_NOTE, removeNote } from './notes';
import { setTrackingNumber } from './tracking-number';

/** What the calls of Find order and the order card work with. */
type Ports = FindPorts & CardPorts & StepPorts & AmendPorts;

const id = text(200);
const kindOf = oneOf(...EMAIL_KINDS);
const stepOf = keyOf(MARKS);

/** The order, and the workbook as it was found. @throws ForPeople when there is none. */
const opened = (ports: CardPorts, orderId: string): { readonly context: MenuContext; readonly entry: LedgerEntry } => {
  const context = menuContext(ports);
  const entry = entryOf(ports.ledger.find(context.view, 'Order ID', orderId));
  if (!entry) throw new ForPeople('There is no order with this ID.');
  return { context, entry };
};

const amended = (result: Amended, text: string): Outcome => {
  if (typeof result === 'object') throw new ForPeople(result.trouble);
  return done(result === 'done' ? text : 'Nothing to change.');
};

const by = ({ person }: { readonly person: string }): string => person || 'staff';

/** The dialog Find order with the order card. */
export const ORDER_CARD = dialog(
  { page: 'order-card', title: 'Find order', size: [700, 600] },
  inLive<Ports>({
    'orders.find': method([text(100)], findOrders),
    'orders.selected': method([], (ports) => selectedIn(ports)),
    'orders.card': method([id], orderCard),
    'orders.mark': method([id, stepOf, text(300)], (ports, order, mark, reason) =>
      markOne(ports, order, mark, reasonOf(mark, reason)),
    ),
    'orders.stepBack': method([id, text(20)], (ports, order, shown) => stepBackOne(ports, order, shown)),
    'orders.track': method([id, text(60)], (ports, order, number) => {
      return amended(
        setTrackingNumber(ports, order, number, by(ports)),
        number.trim() ? 'Tracking number saved. No email is sent for this.' : 'Tracking number removed.',
      );
    }),
    'orders.newLinks': method([id], (ports, order) =>
      amended(
        takeLinksBack(ports, order, by(ports)),
        'Links already sent no longer work. New emails will have new links.',
      ),
    ),
    'orders.note': method([id, text(LONGEST_NOTE)], (ports, order, note) => {
      if (note.trim() === '') throw new ForPeople('Enter a note first.');
      return amended(addNote(ports, order, note.trim(), by(ports)), 'Note saved. Only staff can see it.');
    }),
    'orders.removeNote': method([id, text(40), text(LONGEST_NOTE), text(200)], (ports, order, at, note, author) => {
      return amended(removeNote(ports, order, { at, text: note, by: author }, by(ports)), 'Note removed.');
    }),
    'orders.preview': method([id, kindOf], (ports, order, kind) => {
      const { context, entry } = opened(ports, order);
      const written = writeNow(ports, context, entry, kind);
      if ('error' in written) throw new ForPeople(written.error);
      const { to, subject, html } = written.email;
      return { to, subject, html };
    }),
    'orders.resend': method([id, kindOf, text(254)], (ports, order, kind, to) => {
      const { context, entry } = opened(ports, order);
      const address = to.trim() || entry.order.customer.email;
      return resendTo(ports, context, { entry, kind, to: address, person: ports.person });
    }),
    'orders.testEmail': method([id, kindOf], (ports, order, kind) => {
      const { context, entry } = opened(ports, order);
      return testTo(ports, context, { entry, kind, person: ports.person });
    }),
  }),
);

/** The order that is selected in the sheet; null unless it is exactly one. */
const selectedIn = (ports: Ports): { readonly id: string; readonly words: string } | null => {
  const rows = ports.selection.orderRows();
  if (rows.length !== 1 || rows[0]?.count !== 1) return null;
  const [row] = ports.orders.rows(ports.workbook.read(), rows[0].from, 1);
  const orderId = textOf(row?.cells['Order ID']);
  const words = [row?.cells['Order Number'], row?.cells['Customer Name']].map(textOf).filter(Boolean).join(' ');
  return orderId ? { id: orderId, words } : null;
};
