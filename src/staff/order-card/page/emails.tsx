import { useState } from 'preact/hooks';
import type { Acting } from '../../../ui-kit/acting';
import { EmailChoices } from '../../../ui-kit/email-choices';
import { Form, SelectField, TextField } from '../../../ui-kit/form';
import { Action } from '../../../ui-kit/parts';
import type { OrderCard as Card, CardKind } from '../card';
import { Preview } from './preview';

/** The emails of an order: what has become of each, and what may be done with it. */
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

const labelOf = ({ title, last, isOff }: CardKind): string => `${title} (${isOff ? 'switched off, ' : ''}${last})`;

/** What has been emailed and would be: preview, send again, a test. */
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
      {card.emails.length === 0 ? <p class="soft">No email yet.</p> : <Sent card={card} acting={acting} />}
      <SelectField
        label="An email about this order"
        value={kind}
        onInput={(value) => {
          setKind(value);
          setOpen('');
        }}
        choices={kinds.map((each) => ({ value: each.kind, label: labelOf(each) }))}
      />
      <div class="row">
        <Action onClick={() => setOpen(open === 'preview' ? '' : 'preview')}>
          {open === 'preview' ? 'Close the preview' : 'Preview'}
        </Action>
        <Action
          disabled={!chosen?.canSend || acting.busy !== ''}
          onClick={() => setOpen(open === 'send' ? '' : 'send')}
        >
          Send it again
        </Action>
        <Action
          busy={acting.busy === 'test'}
          disabled={!person || acting.busy !== ''}
          onClick={() => void acting.act('test', 'orders.testEmail', order.id, kind)}
        >
          Send me a test
        </Action>
      </div>
      {chosen && !chosen.canSend && (
        <p class="small soft">“{title}” is not true of this order now: it can be previewed and tested, not sent.</p>
      )}
      {open === 'preview' && <Preview id={order.id} kind={kind} title={title} />}
      {open === 'send' && (
        <Form label={`Send ${title} again`} busy={acting.busy !== ''} onSubmit={() => void send()}>
          <div class="row with-button">
            <div class="grow">
              <TextField
                label="To which address?"
                type="email"
                placeholder={order.customer.email}
                help={`Leave it empty for ${order.customer.email}.`}
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
