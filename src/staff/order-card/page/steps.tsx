import { useState } from 'preact/hooks';
import { asksWhy, type Mark } from '../../../domain/marks';
import type { Acting } from '../../../ui-kit/acting';
import { Form, TextField } from '../../../ui-kit/form';
import { Action, Notice } from '../../../ui-kit/parts';
import type { OrderCard as Card } from '../card';

const wordsOf = (step: string, fulfillment: string): string =>
  step === 'paid and shipped' && fulfillment === 'pickup' ? 'paid and handed over' : step;

/** The steps that are allowed now. What cannot be taken back is asked about first. */
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
        <Action onClick={onShowRow}>Show its row</Action>
      </div>
      {asked !== '' && asked !== 'back' && (
        <Form label="Cancel this order" busy={busy !== ''} onSubmit={() => mark(asked, reason)}>
          <TextField
            label="Why is it cancelled?"
            help="Kept in the Activity tab. This moves no money: refunds are made by hand. The customer is told by email."
            longest={300}
            value={reason}
            onInput={setReason}
          />
          <p class="row">
            <Action primary>Cancel the order</Action>
            <Action onClick={() => setAsked('')}>Do nothing</Action>
          </p>
        </Form>
      )}
      {asked === 'back' && (
        <Notice kind="warning">
          <p dir="auto">{stepBack} An email that has left cannot be taken back, and is not sent a second time.</p>
          <p class="row">
            <Action
              primary
              onClick={() => {
                setAsked('');
                void act('back', 'orders.stepBack', order.id, status);
              }}
            >
              Take one step back
            </Action>
            <Action onClick={() => setAsked('')}>Do nothing</Action>
          </p>
        </Notice>
      )}
    </>
  );
};
