import { useState } from 'preact/hooks';
import type { Acting } from '../../../ui-kit/acting';
import { EmailChoices } from '../../../ui-kit/email-choices';
import { Form, SelectField, TextField } from '../../../ui-kit/form';
import { Action } from '../../../ui-kit/parts';
import type { OrderCard as Card, CardKind } from '../card';
import { Preview } from './preview';

/** The emails of an order: the state of each, and what staff can do with it. */
const Sent = ({ card, acting }: { readonly card: Card; readonly acting: Acting }) => (
  <ul class="plain story">
    {card.emails.map(({ key, title, to, state, why, at, choices }) => (
      <li key={key}>
        <b>{title}</b> to {to}: {state} <span class="soft small">{at}</span>
        {why && <div class="small">{why}</div>}
        <EmailChoices
          about={`${title} to ${to}`}
          choices={choices}
          busy={acting.busy !== ''}
          onHold={() => void acting.act(key, 'emails.hold', [key])}
          onRelease={() => void acting.act(key, 'emails.release', [key])}
          onSettle={(how) => void acting.act(key, 'emails.settle', key, how)}
        />
      </li>
    ))}
  </ul>
);

const labelOf = ({ title, last, isOff }: CardKind): string => `${title} (${isOff ? 'turned off, ' : ''}${last})`;

/** An order's emails: preview, send again, send a test. */
export const Emails = ({ card, acting }: { readonly card: Card; readonly acting: Acting }) => {
  const { order, kinds, person } = card;
  const [kind, setKind] = useState<string>(kinds.find(({ canSend }) => canSend)?.kind ?? 'receipt');
  const [to, setTo] = useState('');
  const [open, setOpen] = useState<'' | 'preview' | 'send'>('');
  const chosen = kinds.find((each) => each.kind === kind);
  const title = chosen?.title ?? kind;
  const send = async () => {
    if (await acting.act('send', 'orders.resend', order.id, kind, to)) setOpen('');
  };
  return (
    <>
      {card.emails.length === 0 ? <p class="soft">No emails yet.</p> : <Sent card={card} acting={acting} />}
      <SelectField
        label="Email about this order"
        value={kind}
        onInput={(value) => {
          setKind(value);
          setOpen('');
        }}
        choices={kinds.map((each) => ({ value: each.kind, label: labelOf(each) }))}
      />
      <div class="row">
        <Action onClick={() => setOpen(open === 'preview' ? '' : 'preview')}>
          {open === 'preview' ? 'Close preview' : 'Preview'}
        </Action>
        <Action
          disabled={!chosen?.canSend || acting.busy !== ''}
          onClick={() => setOpen(open === 'send' ? '' : 'send')}
        >
          Send again
        </Action>
        <Action
          busy={acting.busy === 'test'}
          disabled={!person || acting.busy !== ''}
          onClick={() => void acting.act('test', 'orders.testEmail', order.id, kind)}
        >
          Send me a test email
        </Action>
      </div>
      {chosen && !chosen.canSend && (
        <p class="small soft">
          “{title}” doesn't match this order's status, so you can preview and test it but not send it.
        </p>
      )}
      {open === 'preview' && <Preview id={order.id} kind={kind} title={title} />}
      {open === 'send' && (
        <Form label={`Send ${title} again`} busy={acting.busy !== ''} onSubmit={() => void send()}>
          <div class="row with-button">
            <div class="grow">
              <TextField
                label="Send to"
                type="email"
                placeholder={order.customer.email}
                help={`Leave blank to send to ${order.customer.email}.`}
                longest={254}
                value={to}
                onInput={setTo}
              />
            </div>
            <Action primary busy={acting.busy === 'send'}>
              Send {title}
            </Action>
          </div>
        </Form>
      )}
    </>
  );
};
