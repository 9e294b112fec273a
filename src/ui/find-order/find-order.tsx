import { useState } from 'preact/hooks';
import { Action, Empty, Failure, show, useMethod } from '../kit/parts';
import type { Finds } from './answers';
import { OrderCard } from './card';

const amount = (text: string | undefined): string =>
  Number(text).toLocaleString('en-US', { style: 'currency', currency: 'USD' });

const FindOrder = () => {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState('');
  const finds = useMethod<Finds>('orders.find');
  const { value } = finds;
  const search = () => void finds.run(words);
  if (open) return <OrderCard id={open} onBack={() => setOpen('')} />;
  return (
    <>
      <h1>Find order</h1>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <input
          class="grow"
          aria-label="Number, name, email, last digits of the phone, or photo number"
          placeholder="Number, name, email, last digits of the phone, photo number"
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Action primary busy={finds.busy} disabled={words.trim() === ''} onClick={search}>
          Find
        </Action>
      </form>
      {finds.error && <Failure message={finds.error} retry={search} />}
      {!value && !finds.error && <Empty>Type what you know of the order.</Empty>}
      {value && value.found.length === 0 && <Empty>No order was found. Try fewer letters, or the photo number.</Empty>}
      {value && value.found.length > 0 && (
        <ul class="plain finds" aria-label="Orders found">
          {value.found.map((found) => (
            <li key={found['Order ID']}>
              <button type="button" onClick={() => setOpen(found['Order ID'] ?? '')}>
                <b>{found['Order Number']}</b>
                <span class="name">
                  {found['Customer Name']} <span class="soft">{found.Email}</span>
                </span>
                <span class={`status ${found.Status}`}>{found.Status}</span>
                <span class="number">{amount(found.Total)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {value && value.more > 0 && <p class="soft">And {value.more} more: please type more of what you know.</p>}
    </>
  );
};

show(<FindOrder />);
