import { useState } from 'preact/hooks';
import { isHandedOver } from '../../../domain/statuses';
import type { Acting } from '../../../ui-kit/acting';
import { Form, TextField } from '../../../ui-kit/form';
import { Action } from '../../../ui-kit/parts';
import type { OrderCard as Card } from '../card';

/** The tracking number of an order that ships. */
export const TrackingNumber = ({ card, acting }: { readonly card: Card; readonly acting: Acting }) => {
  const { tracking, order, status } = card;
  const [typed, setTyped] = useState<string | null>(null);
  if (!tracking) return null;
  const value = typed ?? tracking.number;
  const carrier = tracking.carrier ? `${tracking.carrier}. ` : '';
  return (
    <Form
      label="Tracking number"
      busy={acting.busy !== ''}
      onSubmit={() => {
        void acting.act('track', 'orders.track', order.id, value).then((isDone) => isDone && setTyped(null));
      }}
    >
      <div class="row with-button">
        <div class="grow">
          <TextField
            label="Tracking number"
            help={`${carrier}${
              isHandedOver(status)
                ? "Shown on the customer's order page. Resend the shipping email to share it."
                : 'Included in the shipping email.'
            }`}
            longest={40}
            value={value}
            onInput={setTyped}
          />
        </div>
        <Action busy={acting.busy === 'track'} disabled={value.trim() === tracking.number}>
          Save
        </Action>
      </div>
    </Form>
  );
};
