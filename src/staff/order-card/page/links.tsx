import { useState } from 'preact/hooks';
import type { Acting } from '../../../ui-kit/acting';
import { Action, Notice } from '../../../ui-kit/parts';
import type { OrderCard as Card } from '../card';

/** Turns off the links to the order's pages sent so far, in case one got into the wrong hands. */
export const Links = ({ card: { order }, acting }: { readonly card: Card; readonly acting: Acting }) => {
  const [isAsked, ask] = useState(false);
  const { busy, act } = acting;
  if (!isAsked)
    return (
      <p>
        <button type="button" class="link" disabled={busy !== ''} onClick={() => ask(true)}>
          Turn off links already sent
        </button>
      </p>
    );
  return (
    <Notice kind="warning">
      <p>
        The links in emails already sent for this order (order page, feedback, unsubscribe) will stop working. New
        emails get new links, so resend one if the customer needs it.
      </p>
      <p class="row">
        <Action
          primary
          onClick={() => {
            ask(false);
            void act('links', 'orders.newLinks', order.id);
          }}
        >
          Turn off old links
        </Action>
        <Action onClick={() => ask(false)}>Cancel</Action>
      </p>
    </Notice>
  );
};
