import { listOf, text } from '../../rpc/argument-checks';
import { dialog, inLive } from '../../rpc/dialog';
import { method } from '../../rpc/rpc';
import { createNewOrder, type NewOrderPorts, newOrderForm } from './new-order';
import { isTypedOrder } from './typed-order';

/** The dialog New order. */
export const NEW_ORDER = dialog(
  { page: 'new-order', title: 'New order', size: [680, 660] },
  inLive<NewOrderPorts>({
    'newOrder.form': method([], newOrderForm),
    'newOrder.create': method([isTypedOrder, text(100), listOf(text(1_000), 50)], createNewOrder),
  }),
);
