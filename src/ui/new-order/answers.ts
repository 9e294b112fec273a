import type { NewOrderAnswer } from '../../workspace/new-order/new-order';

export type { NewOrderAnswer as Answer, NewOrderForm as OrderForm } from '../../workspace/new-order/new-order';

/** An order that is there. */
export type Stored = Extract<NewOrderAnswer, { readonly state: 'done' }>;
