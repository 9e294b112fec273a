import { useState } from 'preact/hooks';
import { Form } from '../../../ui-kit/form';
import { Action, Empty, Failure, Loading, Pill, show, useLoaded, useMethod } from '../../../ui-kit/parts';
import { options } from '../../../ui-kit/rpc';
import { numberText } from '../../../ui-kit/words';
import type { FoundOrder as Found, FoundOrders } from '../find-orders';
import { OrderCard } from './card';

const amount = (text: string | undefined): string => {
  const dollars = Number(text);
  return text && !Number.isNaN(dollars)
    ? dollars.toLocaleString('en-US', { style: 'currency', currency: 'USD' })
    : (text ?? '');
};

const Line = ({ found, onOpen }: { readonly found: Found; readonly onOpen: () => void }) => (
  <li>
    <button type="button" onClick={onOpen}>
      <b>{found['Order Number']}</b>
      <span class="name">
        <span dir="auto">{found['Customer Name']}</span> <span class="soft">{found.Email}</span>
        {found['Row gone'] && <span class="soft"> Row missing from the sheet</span>}
      </span>
      {found.Status && <Pill>{found.Status}</Pill>}
      <span class="number">{amount(found.Total)}</span>
    </button>
  </li>
);

/** The order that is selected in the sheet can be opened without a search. */
const Selected = ({ onOpen }: { readonly onOpen: (id: string) => void }) => {
  const selected = useLoaded<{ id: string; words: string } | null>('orders.selected');
  if (selected.error) return <Failure message={selected.error} retry={() => void selected.run()} />;
  const { value } = selected;
  return (
    <Empty>
      Enter anything you know about the order.
      {value && (
        <>
          <br />
          Or open the selected order:{' '}
          <button type="button" class="link" onClick={() => onOpen(value.id)}>
            {value.words}
          </button>
        </>
      )}
    </Empty>
  );
};

const FindOrder = () => {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(options<{ id?: string } | null>()?.id ?? '');
  const finds = useMethod<FoundOrders>('orders.find');
  const { value } = finds;
  if (open) return <OrderCard id={open} onBack={() => setOpen('')} />;
  return (
    <>
      <h1>Find order</h1>
      <Form label="Find order" busy={finds.busy} onSubmit={() => words.trim() !== '' && void finds.run(words)}>
        <div class="row">
          <input
            class="grow"
            aria-label="Search by order number, name, email, last digits of phone, or photo number"
            placeholder="Order number, name, email, last digits of phone, photo number"
            maxLength={100}
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Action primary busy={finds.busy} disabled={words.trim() === ''}>
            Find
          </Action>
        </div>
      </Form>
      {finds.error && <Failure message={finds.error} retry={() => void finds.run(words)} />}
      {finds.busy && !value && <Loading>Searching orders …</Loading>}
      {!value && !finds.error && !finds.busy && <Selected onOpen={setOpen} />}
      {value && value.found.length === 0 && <Empty>No orders found. Try fewer letters, or the photo number.</Empty>}
      {value && value.found.length > 0 && (
        <ul class="plain finds" aria-label="Orders found">
          {value.found.map((found) => (
            <Line key={found['Order ID']} found={found} onOpen={() => setOpen(found['Order ID'] ?? '')} />
          ))}
        </ul>
      )}
      {value && value.more > 0 && (
        <p class="soft">{numberText(value.more)} more found. Enter more to narrow it down.</p>
      )}
    </>
  );
};

show(<FindOrder />);
