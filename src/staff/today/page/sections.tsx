import { stageOf } from '../../../domain/statuses';
import { Action } from '../../../ui-kit/parts';
import { count, dollars, numberText } from '../../../ui-kit/words';
import type { CustomerMessage } from '../customer-messages';
import type { TodayItem as Item } from '../items';
import type { TodayAnswer as Today } from '../read-today';

/** The statuses with their totals; a click selects the rows. */
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
        <strong>{numberText(orders)}</strong>
        <span class="soft small">{dollars(cents)}</span>
      </button>
    ))}
  </div>
);

/** What needs attention: a click selects the rows, if there are any. */
export const ToLookAt = ({
  items,
  onShow,
}: {
  readonly items: readonly Item[];
  readonly onShow: (item: Item) => void;
}) =>
  items.length === 0 ? (
    <p class="soft">You're all caught up.</p>
  ) : (
    <ul class="plain list">
      {items.map((item) => (
        <li key={item.key} class={item.isUrgent ? 'urgent' : ''}>
          {item.ids || item.rows ? (
            <button type="button" onClick={() => onShow(item)}>
              {item.text} <b>{numberText(item.count)}</b>
            </button>
          ) : (
            <p class="alone">{item.text}</p>
          )}
          {item.help && <p class="soft small help">{item.help}</p>}
        </li>
      ))}
    </ul>
  );

/** What customers said, until staff click Done. */
export const Customers = ({
  messages,
  all,
  busy,
  onOpen,
  onTick,
}: {
  readonly messages: readonly CustomerMessage[];
  readonly all: number;
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
        <p dir="auto">{one.what === 'rating' ? one.text || 'Low rating' : 'Prints not received'}</p>
        <div class="row">
          <span class="soft small grow">{one.at}</span>
          <Action busy={busy === `${one.id} ${one.what}`} onClick={() => onTick(one)}>
            Done<span class="hidden"> {`${one.number}, ${one.what}`}</span>
          </Action>
        </div>
      </li>
    ))}
    {all > messages.length && <li class="soft small">And {all - messages.length} more.</li>}
  </ul>
);

/** How many emails the account may still send, and a link to those that are waiting. */
export const Emails = ({ today, onOpen }: { readonly today: Today; readonly onOpen: () => void }) => {
  const { left, reserve } = today.quota;
  const waiting = today.items.find(({ key }) => key === 'waiting')?.count ?? 0;
  return (
    <>
      <p class="soft">
        {left === null
          ? "Today's email limit shows up after the next 5-minute check."
          : `${count(left, 'email')} left today (${numberText(reserve)} reserved for alerts).`}
        {left !== null &&
          waiting > Math.max(0, left - reserve) &&
          ' More than that are waiting; the rest go out tomorrow.'}
      </p>
      <button type="button" class="link" onClick={onOpen}>
        Waiting emails
      </button>
    </>
  );
};

/** How customers liked their prints lately. Each figure comes with the number that it's based on. */
export const FeedbackLine = ({ today: { feedback } }: { readonly today: Today }) => {
  const { days, ratings, average, happy, answers } = feedback;
  if (ratings + answers.n === 0) return null;
  return (
    <p class="soft small">
      Last {count(days, 'day')}:{' '}
      {average === null
        ? 'no ratings'
        : `${average.toFixed(1)} of 5 from ${count(ratings, 'rating')}, ${happy.count} of ${happy.n} with 4 or 5 stars`}
      {answers.n > 0 && `; ${answers.count} of ${count(answers.n, 'request')} answered`}.
    </p>
  );
};

const healthWords = ({ points, isChecked }: Today['health']): string => {
  if (points.length > 0)
    return `${count(points.length, 'item')} ${points.length === 1 ? 'needs' : 'need'} attention: ${points.join(', ')}.`;
  return isChecked ? 'everything is running.' : 'not checked yet; the first check runs tonight.';
};

/** Whether everything that has to run is running, and a link to the checks. */
export const Health = ({ health, onOpen }: Pick<Today, 'health'> & { readonly onOpen: () => void }) => (
  <p class={health.points.length > 0 ? '' : 'soft'}>
    <button type="button" class="link" onClick={onOpen}>
      Health
    </button>
    : {healthWords(health)}
  </p>
);

/** When the last backup and the last check were. */
export const Care = ({ today: { backup, sweep } }: { readonly today: Today }) => (
  <p class="soft small care">
    {backup ? `Last backup: ${backup}.` : 'No backup yet.'}
    <br />
    {sweep ? `Last 5-minute check: ${sweep}.` : "The 5-minute check hasn't run yet."}
  </p>
);
