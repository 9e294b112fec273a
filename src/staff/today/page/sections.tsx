import { stageOf } from '../../../domain/statuses';
import { Action } from '../../../ui-kit/parts';
import { count, dollars } from '../../../ui-kit/words';
import type { CustomerMessage } from '../customer-messages';
import type { TodayItem as Item } from '../items';
import type { TodayAnswer as Today } from '../read-today';
import { moment } from './times';

/** The statuses with their sums; a press selects the rows. */
export const Cards = ({
  statuses,
  onShow,
}: {
  readonly statuses: Today['statuses'];
  readonly onShow: (ids: readonly string[], all: number) => void;
}) => (
  <div class="cards">
    {statuses.map(({ status, count: orders, cents, ids }) => (
      <button
        type="button"
        key={status}
        class={`card ${stageOf(status)}`}
        disabled={orders === 0}
        onClick={() => onShow(ids, orders)}
      >
        <span>{status}</span>
        <strong>{orders.toLocaleString('en-US')}</strong>
        <span class="soft small">{dollars(cents)}</span>
      </button>
    ))}
  </div>
);

/** What wants a person: a press goes to the rows, where there are any. */
export const ToLookAt = ({
  items,
  onShow,
}: {
  readonly items: readonly Item[];
  readonly onShow: (item: Item) => void;
}) =>
  items.length === 0 ? (
    <p class="soft">Nothing is waiting for you.</p>
  ) : (
    <ul class="plain list">
      {items.map((item) => (
        <li key={item.key} class={item.isUrgent ? 'urgent' : ''}>
          {item.ids || item.rows ? (
            <button type="button" onClick={() => onShow(item)}>
              {item.text} <b>{item.count.toLocaleString('en-US')}</b>
            </button>
          ) : (
            <p class="alone">{item.text}</p>
          )}
          {item.help && <p class="soft small help">{item.help}</p>}
        </li>
      ))}
    </ul>
  );

/** What customers said, until somebody has seen to it. */
export const Customers = ({
  messages,
  all,
  asOf,
  busy,
  onOpen,
  onTick,
}: {
  readonly messages: readonly CustomerMessage[];
  readonly all: number;
  readonly asOf: string;
  readonly busy: string;
  readonly onOpen: (id: string) => void;
  readonly onTick: (message: CustomerMessage) => void;
}) => (
  <ul class="plain messages">
    {messages.map((one) => (
      <li key={`${one.id} ${one.what}`}>
        <p>
          <button type="button" class="link" onClick={() => onOpen(one.id)}>
            {one.number}
          </button>{' '}
          <span dir="auto">{one.name}</span>
        </p>
        <p dir="auto">{one.what === 'rating' ? one.text || 'A low rating' : 'The prints have not arrived.'}</p>
        <div class="row">
          <span class="soft small grow">{moment(one.at, new Date(asOf))}</span>
          <Action busy={busy === `${one.id} ${one.what}`} onClick={() => onTick(one)}>
            Seen to<span class="hidden"> {`${one.number}, ${one.what}`}</span>
          </Action>
        </div>
      </li>
    ))}
    {all > messages.length && <li class="soft small">And {all - messages.length} more.</li>}
  </ul>
);

/** What the account may still send, and the way to what waits. */
export const Emails = ({ today, onOpen }: { readonly today: Today; readonly onOpen: () => void }) => {
  const { left, reserve } = today.quota;
  const waiting = today.items.find(({ key }) => key === 'waiting')?.count ?? 0;
  return (
    <>
      <p class="soft">
        {left === null
          ? 'How many emails can still leave today is known after the next 5-minute check.'
          : `${count(left, 'email')} can still leave today, ${reserve} of them kept for alerts.`}
        {left !== null &&
          waiting > Math.max(0, left - reserve) &&
          ' What waits is more than that: the rest follows tomorrow.'}
      </p>
      <button type="button" class="link" onClick={onOpen}>
        What waits
      </button>
    </>
  );
};

/** How customers liked their prints lately: no figure without the number that it is made of. */
export const FeedbackLine = ({ today: { feedback } }: { readonly today: Today }) => {
  const { days, ratings, average, happy, answers } = feedback;
  if (ratings + answers.n === 0) return null;
  return (
    <p class="soft small">
      Last {days} days:{' '}
      {average === null
        ? 'no rating'
        : `${average.toFixed(1)} of 5 from ${count(ratings, 'rating')}, ${happy.count} of ${happy.n} with 4 or 5 stars`}
      {answers.n > 0 && `; ${answers.count} of ${count(answers.n, 'request')} answered`}.
    </p>
  );
};

const healthWords = ({ points, isChecked }: Today['health']): string => {
  if (points.length > 0)
    return `${count(points.length, 'point')} ${points.length === 1 ? 'needs' : 'need'} you: ${points.join(', ')}.`;
  return isChecked ? 'in order.' : 'not checked yet; the first check runs tonight.';
};

/** How everything stands that has to run, and the way to the check. */
export const Health = ({ health, onOpen }: Pick<Today, 'health'> & { readonly onOpen: () => void }) => (
  <p class={health.points.length > 0 ? '' : 'soft'}>
    <button type="button" class="link" onClick={onOpen}>
      Health
    </button>
    : {healthWords(health)}
  </p>
);

/** When the sheet was last looked after. */
export const Care = ({ today: { asOf, backup, sweep } }: { readonly today: Today }) => (
  <p class="soft small care">
    {backup ? `Last backup: ${moment(backup, new Date(asOf))}.` : 'There is no backup yet.'}
    <br />
    {sweep ? `Last 5-minute check: ${moment(sweep, new Date(asOf))}.` : 'The 5-minute check has not run yet.'}
  </p>
);
