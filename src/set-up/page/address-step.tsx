import { useState } from 'preact/hooks';
import { readReturnAddress } from '../../domain/address/return-address';
import { Action, Failure, Notice, useMethod } from '../../ui-kit/parts';
import { Step } from './step';

/** The postal address: at the foot of every email, and the return address of every envelope. */
export const AddressStep = ({ studio, address }: { readonly studio: string; readonly address: string }) => {
  const [typed, setTyped] = useState(address);
  const keep = useMethod<'kept'>('setUp.address');
  const { lines, problems } = readReturnAddress(studio, typed);
  const isEmpty = typed.trim() === '';
  return (
    <Step number={6} title="Postal address" done={address !== '' || keep.value === 'kept'}>
      <p class="soft">
        It’s the return address on envelopes, and U.S. law requires it in some emails. In a new sheet, feedback requests
        are sent only after you’ve entered it.
      </p>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void keep.run(typed.trim());
        }}
      >
        <textarea
          class="grow"
          aria-label="Postal address"
          rows={3}
          maxLength={200}
          placeholder={'100 Studio Way\nSuite 7\nTampa, FL 33602'}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Action busy={keep.busy} disabled={isEmpty} onClick={() => void keep.run(typed.trim())}>
          Save
        </Action>
      </form>
      {!isEmpty && problems.length > 0 && <Notice kind="warning">{problems.join(' ')}</Notice>}
      {!isEmpty && problems.length === 0 && <p class="soft small">Printed as: {lines.join(' / ')}</p>}
      {keep.value && <Notice kind="good">Saved.</Notice>}
      {keep.error && <Failure message={keep.error} />}
    </Step>
  );
};
