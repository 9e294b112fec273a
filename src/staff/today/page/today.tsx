import { useState } from 'preact/hooks';
import { Action, Empty, Failure, Loading, Notice, show, useMethod } from '../../../ui-kit/parts';
import { count } from '../../../ui-kit/words';
import type { CustomerMessage } from '../customer-messages';
import type { TodayItem as Item } from '../items';
import { Cards, Care, Customers, Emails, FeedbackLine, Health, ToLookAt } from './sections';

import { useToday } from './use-today';

/** Rows that a click selects. */
type Shown = Pick<Item, 'ids' | 'tab' | 'rows' | 'count'>;

const Sidebar = () => {
  const today = useToday();
  const rows = useMethod<number>('today.show');
  const tick = useMethod<unknown>('today.tick');
  const card = useMethod<null>('today.openCard');
  const waits = useMethod<null>('today.openWaits');
  const health = useMethod<null>('today.openHealth');
  const [ticking, setTicking] = useState('');
  const [shown, setShown] = useState('');
  const { value, since } = today;

  if (!value) {
    return today.error ? (
      <Failure message={today.error} retry={() => void today.run()} />
    ) : (
      <Loading>Loading orders …</Loading>
    );
  }

  const showRows = async ({ ids = [], tab = 'Orders', rows: places = [], count: all }: Shown) => {
    setShown('');
    const found = await rows.run(tab, ids, places);
    if (found !== null)
      setShown(found < all ? `${found} of ${count(all, 'row')} selected.` : `${count(found, 'row')} selected.`);
  };
  const markHandled = async (message: CustomerMessage) => {
    setTicking(`${message.id} ${message.what}`);
    if (await tick.run(message.id, message.what)) await today.run();
    setTicking('');
  };
  const isEmpty = value.statuses.every((status) => status.count === 0);
  const fresh = since ? value.newest.filter(({ at }) => at > since).map(({ id }) => id) : [];
  const error = today.error || rows.error || tick.error || card.error || waits.error || health.error;
  return (
    <>
      <h1 class="hidden">Today</h1>
      <div class="row top">
        <span class="soft small" role="status">
          As of {value.asOf}
        </span>
        <Action busy={today.busy} onClick={() => void today.run()}>
          Refresh
        </Action>
      </div>
      {error && <Failure message={error} />}
      {isEmpty ? (
        <Empty>No orders yet. They'll show up here as they come in.</Empty>
      ) : (
        <Cards statuses={value.statuses} onShow={(ids, all) => void showRows({ ids, count: all })} />
      )}
      {fresh.length > 0 && (
        <Notice kind="info">
          <button type="button" class="link" onClick={() => void showRows({ ids: fresh, count: fresh.length })}>
            {count(fresh.length, 'new order')} since you last looked
          </button>
        </Notice>
      )}
      <p class="small soft said" role="status">
        {shown}
      </p>
      <h2>Needs attention</h2>
      <ToLookAt items={value.items} onShow={(item) => void showRows(item)} />
      {value.messages.length > 0 && (
        <>
          <h2>Customer feedback</h2>
          <Customers
            messages={value.messages}
            all={value.messageCount}
            busy={ticking}
            onOpen={(id) => void card.run(id)}
            onTick={(message) => void markHandled(message)}
          />
        </>
      )}
      <FeedbackLine today={value} />
      <h2>Emails</h2>
      <Emails today={value} onOpen={() => void waits.run()} />
      <h2>System</h2>
      <Health health={value.health} onOpen={() => void health.run()} />
      <Care today={value} />
    </>
  );
};

show(<Sidebar />);
