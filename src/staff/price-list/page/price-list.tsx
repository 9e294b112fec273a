import { useState } from 'preact/hooks';
import { parseAmount } from '../../../domain/money';
import { Action, Failure, Footer, Loading, Notice, show, useLoaded } from '../../../ui-kit/parts';
import { closeDialog } from '../../../ui-kit/rpc';
import { Table } from '../../../ui-kit/table';
import { dollars } from '../../../ui-kit/words';
import type { SizeForm as SizeLine } from '../price-form';
import { SizeForm } from './size-form';

/** An amount of the tab in words; anything else is shown as typed. */
const shown = (typed: string): string => {
  const amount = parseAmount(typed);
  return amount === null ? typed : dollars(amount);
};

const Prices = () => {
  const read = useLoaded<readonly SizeLine[]>('prices.read');
  const [saved, setSaved] = useState<readonly SizeLine[] | null>(null);
  const [said, setSaid] = useState('');
  const [editing, edit] = useState<{ readonly was: SizeLine | null } | null>(null);
  const sizes = saved ?? read.value;
  if (editing)
    return (
      <>
        <h1>Price list</h1>
        <SizeForm
          was={editing.was}
          onSaved={(news, sentence) => {
            setSaved(news);
            setSaid(sentence);
            edit(null);
          }}
          onBack={() => edit(null)}
        />
      </>
    );
  return (
    <>
      <h1>Price list</h1>
      <p class="soft">Prices for new orders. Existing orders keep theirs.</p>
      {read.error && <Failure message={read.error} retry={() => void read.run()} />}
      {!sizes && !read.error && <Loading>Loading price list …</Loading>}
      {said && <Notice kind="good">{said}</Notice>}
      {sizes && (
        <Table
          caption="Sizes and prices"
          rows={sizes}
          keyOf={({ rows }) => rows.join()}
          empty="No sizes yet. Add one to start accepting orders."
          columns={[
            {
              header: 'Size',
              cell: ({ size, errors }) => (
                <>
                  <b>{size || '–'}</b>
                  {errors.map((error) => (
                    <div class="wrong small" key={error}>
                      {error}
                    </div>
                  ))}
                </>
              ),
            },
            { header: 'Price', number: true, cell: ({ price }) => shown(price) },
            {
              header: 'Offers',
              cell: ({ offers }) => offers.map((offer) => `${offer.quantity} for ${shown(offer.price)}`).join(', '),
            },
            {
              header: 'Change',
              cell: (line) => (
                <button
                  type="button"
                  class="link"
                  aria-label={`Change ${line.size}`}
                  onClick={() => edit({ was: line })}
                >
                  Change
                </button>
              ),
            },
          ]}
        />
      )}
      {sizes && (
        <Footer>
          <Action onClick={closeDialog}>Close</Action>
          <Action primary onClick={() => edit({ was: null })}>
            Add size
          </Action>
        </Footer>
      )}
    </>
  );
};

show(<Prices />);
