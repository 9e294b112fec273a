import { useState } from 'preact/hooks';
import { leavingSentence } from '../../../domain/leaving';
import { Close } from '../../../ui-kit/close';
import { Action, Failure, Footer, Notice, useMethod } from '../../../ui-kit/parts';
import type { BulkDone } from '../../bulk/bulk';
import type { NewOrderAnswer } from '../new-order';

/** An order that was created. */
type CreatedOrder = Extract<NewOrderAnswer, { readonly state: 'done' }>;

const ABOUT = 'to the customer';

const paidText = ({ troubles, emails, ...leaving }: BulkDone): string =>
  troubles[0] ??
  `Marked paid. ${emails === 0 ? 'No email is sent for this.' : leavingSentence(emails, leaving, { whom: ABOUT })}`;

/** The new order: its number, what was emailed, and what to do next. */
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
          Order <b class="order-number">{stored.number}</b> created. Total: {stored.total}.
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
          Mark as paid
        </Action>
        <Action busy={row.busy} onClick={() => void row.run('Orders', [stored.id], [])}>
          Show in sheet
        </Action>
      </p>
      <Footer>
        <Action onClick={onAnother}>New order</Action>
        <Close />
      </Footer>
    </>
  );
};
