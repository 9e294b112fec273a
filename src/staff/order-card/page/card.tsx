import { useState } from 'preact/hooks';
import { useActing } from '../../../ui-kit/acting';
import { Failure, Loading, Notice, useLoaded, useMethod } from '../../../ui-kit/parts';
import { Tabs } from '../../../ui-kit/tabs';
import type { OrderCard as Card } from '../card';
import { Emails } from './emails';
import { Facts } from './facts';
import { Links } from './links';
import { Notes } from './notes';
import { Steps } from './steps';
import { TrackingNumber } from './tracking';

const Story = ({ timeline }: Pick<Card, 'timeline'>) => (
  <>
    {timeline.length === 0 && <p class="soft">No history yet.</p>}
    <ul class="plain story">
      {timeline.map(({ when, by, detail }, index) => (
        <li key={`${index} ${when}`}>
          <span dir="auto">{detail}</span> <span class="soft small">{`${when}, ${by}`}</span>
        </li>
      ))}
    </ul>
  </>
);

/** What the card shows below the order itself. */
const tabsOf = ({ emails, notes }: Card) => [
  { key: 'story', label: 'History' },
  { key: 'emails', label: 'Emails', badge: emails.filter(({ choices }) => choices.length > 0).length },
  { key: 'notes', label: notes.length > 0 ? `Notes (${notes.length})` : 'Notes' },
];

/** One order: its facts, its history, its emails, and the steps that are allowed now. */
export const OrderCard = ({ id, onBack }: { readonly id: string; readonly onBack: () => void }) => {
  const card = useLoaded<Card>('orders.card', id);
  const row = useMethod<number>('today.show');
  const acting = useActing(() => card.run(id));
  const [tab, setTab] = useState('');
  const { value } = card;
  const { outcome } = acting;
  // Notes are there to be read, so they come first.
  const open = tab || (value && value.notes.length > 0 ? 'notes' : 'story');
  return (
    <>
      <button type="button" class="link" onClick={onBack}>
        ← Find another order
      </button>
      {card.error && <Failure message={card.error} retry={() => void card.run(id)} />}
      {!value && !card.error && <Loading>Loading order …</Loading>}
      {value && (
        <>
          <h1>
            {value.order.number}{' '}
            <span class="soft" dir="auto">
              {value.order.customer.name}
            </span>
          </h1>
          <div class="result">
            {acting.busy && <Loading>Working …</Loading>}
            {outcome && <Notice kind={outcome.isDone ? 'good' : 'error'}>{outcome.text}</Notice>}
          </div>
          {value.flag && <Notice kind="warning">{value.flag}</Notice>}
          <Facts card={value} />
          <Steps card={value} acting={acting} onShowRow={() => void row.run('Orders', [id], [])} />
          {row.error && <Failure message={row.error} />}
          <TrackingNumber card={value} acting={acting} />
          <Links card={value} acting={acting} />
          <Tabs label="More about this order" tabs={tabsOf(value)} selected={open} onSelect={setTab}>
            {open === 'story' && <Story timeline={value.timeline} />}
            {open === 'emails' && <Emails card={value} acting={acting} />}
            {open === 'notes' && <Notes card={value} acting={acting} />}
          </Tabs>
        </>
      )}
    </>
  );
};
