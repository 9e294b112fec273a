import { useState } from 'preact/hooks';
import { asksWhy, type Mark } from '../../../domain/marks';
import type { Acting } from '../../../ui-kit/acting';
import { Form, TextField } from '../../../ui-kit/form';
import { Action, Notice } from '../../../ui-kit/parts';
import type { OrderCard as Card } from '../card';

const wordsOf = (step: string, fulfillment: string): string =>
  step === 'paid and shipped' && fulfillment === 'pickup' ? 'paid and handed over' : step;

/** The steps that are allowed now. Those that can't be undone ask first. */
export const Steps = ({
  card,
  acting,
  onShowRow,
}: {
  readonly card: Card;
  readonly acting: Acting;
  readonly onShowRow: () => void;
}) => {
  const { order, status, steps, stepBack } = card;
  const [asked, setAsked] = useState<'' | Mark | 'back'>('');
  const [reason, setReason] = useState('');
  const { busy, act } = acting;
  const mark = (step: string, why = '') => {
    setAsked('');
    void act(step, 'orders.mark', order.id, step, why);
  };
  return (
    <>
      <div class="row actions">
        {steps.map((step) => (
          <Action
            key={step}
            primary={step === steps[0] && !asksWhy(step)}
            busy={busy === step}
            disabled={busy !== ''}
            onClick={() => (asksWhy(step) ? setAsked(step) : mark(step))}
          >
            {asksWhy(step) ? 'Cancel order' : `Mark ${wordsOf(step, order.fulfillment)}`}
          </Action>
        ))}
        {stepBack && (
          <Action busy={busy === 'back'} disabled={busy !== ''} onClick={() => setAsked('back')}>
            Step back
          </Action>
        )}
        <Action onClick={onShowRow}>Show in sheet</Action>
      </div>
      {asked !== '' && asked !== 'back' && (
        <Form label="Cancel this order" busy={busy !== ''} onSubmit={() => mark(asked, reason)}>
          <TextField
            label="Reason for canceling"
            help="Saved in the Activity tab. This doesn't refund anything: if the customer paid, refund them yourself. The customer gets an email."
            longest={300}
            value={reason}
            onInput={setReason}
          />
          <p class="row">
            <Action primary>Cancel this order</Action>
            <Action onClick={() => setAsked('')}>Keep order</Action>
          </p>
        </Form>
      )}
      {asked === 'back' && (
        <Notice kind="warning">
          <p dir="auto">{stepBack} Emails already sent can't be unsent and won't be sent again.</p>
          <p class="row">
            <Action
              primary
              onClick={() => {
                setAsked('');
                void act('back', 'orders.stepBack', order.id, status);
              }}
            >
              Go back one step
            </Action>
            <Action onClick={() => setAsked('')}>Cancel</Action>
          </p>
        </Notice>
      )}
    </>
  );
};
