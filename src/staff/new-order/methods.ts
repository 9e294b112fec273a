import { listOf, text } from '../../rpc/argument-checks';
import { dialog } from '../../rpc/dialog';
import { method } from '../../rpc/rpc';
import { createNewOrder, type NewOrderPorts, newOrderForm } from './new-order';
import { isTypedOrder } from './typed-order';

interface NewOrderBackstage {
  readonly live: () => NewOrderPorts;
}

/** The dialog New order. */
export const NEW_ORDER = dialog(
  { page: 'new-order', title: 'New order', size: [680, 660] },
  {
    'newOrder.form': method([], ({ live }: NewOrderBackstage) => newOrderForm(live())),
    'newOrder.create': method(
      [isTypedOrder, text(100), listOf(text(1_000), 50)],
      ({ live }: NewOrderBackstage, order, id, seen) => createNewOrder(live(), order, id, seen),
    ),
  },
);
