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
        Links to this order in emails already sent will stop working: the order page, the feedback form and
        unsubscribing. Emails sent from now on have new links, so send one again if the customer needs it.
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
