import { useState } from 'preact/hooks';
import { Action, Failure, Loading, Notice, useLoaded, useMethod } from '../kit/parts';
import type { Card } from './answers';

const money = (cents: number): string => (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });

/** The steps that may follow; the program checks them again. */
const stepsOf = ({ status, order }: Card): readonly string[] => {
  if (status === 'pending') return ['paid', 'paid and shipped', 'cancelled'];
  if (status === 'paid') return [order.fulfillment === 'ship' ? 'shipped' : 'picked up', 'cancelled'];
  return [];
};

interface Done {
  readonly changed: number;
  readonly troubles: readonly string[];
  readonly mails: number;
  readonly leavesNow: boolean;
}

const doneText = (done: Done): string =>
  done.troubles[0] ??
  `Done.${done.mails > 0 ? ` The customer’s mail ${done.leavesNow ? 'has been handed over' : 'leaves from the operator’s account within some minutes'}.` : ''}`;

const Facts = ({ card: { order, status, shipping, feedback } }: { readonly card: Card }) => {
  const { customer, address, price } = order;
  const where = [address.street, address.unit, address.city, `${address.state} ${address.zipCode}`.trim()];
  return (
    <dl class="facts">
      <dt>Status</dt>
      <dd>
        <span class={`status ${status}`}>{status}</span> {shipping}
      </dd>
      <dt>Email</dt>
      <dd>{customer.email || '–'}</dd>
      <dt>Phone</dt>
      <dd>{customer.phone || '–'}</dd>
      <dt>{order.fulfillment === 'ship' ? 'Ships to' : 'Fulfillment'}</dt>
      <dd>{order.fulfillment === 'ship' ? where.filter(Boolean).join(', ') : 'pickup'}</dd>
      <dt>Items</dt>
      <dd>
        {price.lines.map(({ photoNumber, size, quantity, unitPrice }) => (
          <div key={`${photoNumber} ${size}`}>
            {photoNumber} · {size} · {quantity} × {money(unitPrice)}
          </div>
        ))}
      </dd>
      <dt>Total</dt>
      <dd>
        <b>{money(price.total)}</b>
        {price.discount > 0 && ` (discount ${money(price.discount)})`}
        {price.shippingFee > 0 && ` (with ${money(price.shippingFee)} shipping)`}
      </dd>
      {feedback?.rating !== undefined && (
        <>
          <dt>Rating</dt>
          <dd>{feedback.rating} of 5</dd>
        </>
      )}
    </dl>
  );
};

/** One order: what it is, what happened to it, what was mailed, and the steps that are allowed now. */
export const OrderCard = ({ id, onBack }: { readonly id: string; readonly onBack: () => void }) => {
  const card = useLoaded<Card>('orders.card', id);
  const step = useMethod<Done>('bulk.run');
  const row = useMethod<number>('today.showOrders');
  const [reason, setReason] = useState<string | null>(null);
  const mark = async (what: string, why = '') => {
    setReason(null);
    if (await step.run(what, [id], why)) await card.run(id);
  };
  const { value } = card;
  return (
    <>
      <button type="button" class="link" onClick={onBack}>
        ← Back to the list
      </button>
      {card.error && <Failure message={card.error} retry={() => void card.run(id)} />}
      {!value && !card.error && <Loading>Reading the order …</Loading>}
      {value && (
        <>
          <h1>
            {value.order.number} <span class="soft">{value.order.customer.name}</span>
          </h1>
          {value.flag && <Notice kind="warning">{value.flag}</Notice>}
          <Facts card={value} />
          <div class="row">
            {stepsOf(value).map((what) => (
              <Action
                key={what}
                busy={step.busy}
                onClick={() => (what === 'cancelled' ? setReason('') : void mark(what))}
              >
                Mark {what}
              </Action>
            ))}
            <Action busy={row.busy} onClick={() => void row.run([id])}>
              Show its row
            </Action>
          </div>
          {reason !== null && (
            <p class="field">
              <label for="reason">Why is it cancelled? This moves no money.</label>
              <span class="row">
                <input
                  id="reason"
                  class="grow"
                  maxLength={300}
                  value={reason}
                  onInput={({ currentTarget }) => setReason(currentTarget.value)}
                />
                <Action primary onClick={() => void mark('cancelled', reason)}>
                  Cancel the order
                </Action>
              </span>
            </p>
          )}
          {step.value && (
            <Notice kind={step.value.troubles.length > 0 ? 'error' : 'good'}>{doneText(step.value)}</Notice>
          )}
          {(step.error || row.error) && <Failure message={step.error || row.error} />}
          <h2>Mails</h2>
          {value.mails.length === 0 && <p class="soft">No mail yet.</p>}
          <ul class="plain story">
            {value.mails.map((mail) => (
              <li key={`${mail.kind} ${mail.at}`}>
                <b>{mail.kind}</b> to {mail.to}: {mail.state} <span class="soft small">{mail.at}</span>
                {mail.error && <div class="small">{mail.error}</div>}
              </li>
            ))}
          </ul>
          <h2>What happened</h2>
          <ul class="plain story">
            {value.timeline.map((line, index) => (
              <li key={`${index} ${line.when}`}>
                {line.detail} <span class="soft small">{`${line.when}, ${line.by}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
