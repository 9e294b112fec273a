import { listOf, text } from '../argument-checks';
import { method, type RpcMethod } from '../rpc';
import { createNewOrder, type NewOrderPorts, newOrderForm } from './new-order';
import { isTypedOrder } from './typed-order';

interface NewOrderBackstage {
  readonly live: () => NewOrderPorts;
}

/** What the dialog New order calls. */
export const NEW_ORDER_METHODS: Readonly<Record<string, RpcMethod<NewOrderBackstage>>> = {
  'newOrder.form': method([], ({ live }: NewOrderBackstage) => newOrderForm(live())),
  'newOrder.create': method(
    [isTypedOrder, text(100), listOf(text(1_000), 50)],
    ({ live }: NewOrderBackstage, order, id, seen) => createNewOrder(live(), order, id, seen),
  ),
};
