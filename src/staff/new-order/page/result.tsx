import { useState } from 'preact/hooks';
import { leavingSentence } from '../../../domain/leaving';
import { Close } from '../../../ui-kit/close';
import { Action, Failure, Footer, Notice, useMethod } from '../../../ui-kit/parts';
import type { BulkDone } from '../../bulk/bulk';
import type { NewOrderAnswer } from '../new-order';

/** An order that is there. */
type CreatedOrder = Extract<NewOrderAnswer, { readonly state: 'done' }>;

const ABOUT = 'to the customer about the payment';

const paidText = ({ troubles, emails, ...leaving }: BulkDone): string =>
  troubles[0] ??
  `Marked paid. ${emails === 0 ? 'No email is sent about it.' : leavingSentence(emails, leaving, { whom: ABOUT })}`;

/** The order is there: its number, what was emailed, and what may come next. */
export const Result = ({ stored, onAnother }: { readonly stored: CreatedOrder; readonly onAnother: () => void }) => {
  const paid = useMethod<BulkDone>('bulk.run');
  const row = useMethod<number>('today.show');
  const [isPaid, setPaid] = useState(false);
  const markPaid = async () => {
    if (await paid.run('paid', [stored.id], '')) setPaid(true);
  };
  return (
    <>
      <Notice kind="good">
        <p>
          The order is stored as <b class="order-number">{stored.number}</b>, total {stored.total}.
        </p>
        {stored.told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      {paid.value && (
        <Notice kind={paid.value.troubles.length > 0 ? 'warning' : 'good'}>
          <p>{paidText(paid.value)}</p>
        </Notice>
      )}
      {paid.error && <Failure message={paid.error} retry={() => void markPaid()} />}
      {row.error && <Failure message={row.error} />}
      <p class="row">
        <Action busy={paid.busy} disabled={isPaid} onClick={() => void markPaid()}>
          It is paid already: mark it paid
        </Action>
        <Action busy={row.busy} onClick={() => void row.run('Orders', [stored.id], [])}>
          Show its row
        </Action>
      </p>
      <Footer>
        <Action onClick={onAnother}>Another order</Action>
        <Close />
      </Footer>
    </>
  );
};
