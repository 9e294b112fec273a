import { useCallback, useEffect, useState } from 'preact/hooks';
import { Action, Empty, Failure, Loading, Notice, show, useLoaded, useMethod } from '../kit/parts';

interface Item {
  readonly key: string;
  readonly count: number;
  readonly ids?: readonly string[];
  readonly tab?: string;
}

interface Today {
  readonly asOf: string;
  readonly statuses: readonly { status: string; count: number; cents: number; ids: readonly string[] }[];
  readonly items: readonly Item[];
  readonly newest: readonly { id: string; at: string }[];
  readonly mailsLeft: number | null;
}

/** What each thing is called, and whether it cannot wait. */
const WORDS: Readonly<Record<string, readonly [text: string, isUrgent?: boolean]>> = {
  odd: ['Rows that look odd', true],
  refused: ['Refused orders', true],
  unsure: ['Mails that may not have arrived', true],
  held: ['Mails held'],
  waiting: ['Mails waiting to leave'],
  low: ['Low ratings in 14 days'],
  ship: ['Paid, and not shipped for 3 days'],
  pickup: ['Paid, and not picked up for 3 days'],
  pending: ['Not paid for 7 days'],
};

/** The overview is kept for so long by the program, too. */
const REFRESH = 30_000;
const LOOKED = 'cps-orders-looked';

const money = (cents: number): string => (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
const time = (iso: string): string => new Date(iso).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });

/** When this person looked last, as far as this browser remembers; frames may have no memory. */
const lastLook = (): string => {
  try {
    return window.localStorage.getItem(LOOKED) ?? '';
  } catch {
    return '';
  }
};

const rememberLook = (moment: string): void => {
  try {
    window.localStorage.setItem(LOOKED, moment);
  } catch {
    // Without memory there is no "new since you last looked".
  }
};

const Sidebar = () => {
  const today = useLoaded<Today>('today.read');
  const orders = useMethod<number>('today.showOrders');
  const tab = useMethod<null>('today.showTab');
  const [since] = useState(lastLook);
  const { run } = today;
  const refresh = useCallback(() => {
    if (document.visibilityState === 'visible') void run();
  }, [run]);
  useEffect(() => {
    const timer = setInterval(refresh, REFRESH);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [refresh]);
  const { value } = today;
  useEffect(() => {
    if (value) rememberLook(value.asOf);
  }, [value]);

  if (!value) {
    return today.error ? (
      <Failure message={today.error} retry={() => void run()} />
    ) : (
      <Loading>Reading the orders …</Loading>
    );
  }
  const isEmpty = value.statuses.every(({ count }) => count === 0);
  const fresh = since ? value.newest.filter(({ at }) => at > since).map(({ id }) => id) : [];
  const look = ({ ids, tab: name }: Item): void => void (ids ? orders.run(ids) : tab.run(name));
  return (
    <>
      <div class="row top">
        <span class="soft small" role="status">
          As of {time(value.asOf)}
        </span>
        <Action busy={today.busy} onClick={() => void run()}>
          Refresh
        </Action>
      </div>
      <h1 class="hidden">Today</h1>
      {today.error && <Failure message={today.error} />}
      {(orders.error || tab.error) && <Failure message={orders.error || tab.error} />}
      {isEmpty ? (
        <Empty>No orders yet. They appear here as soon as the first one comes in.</Empty>
      ) : (
        <div class="cards">
          {value.statuses.map(({ status, count, cents, ids }) => (
            <button
              type="button"
              key={status}
              class={`card ${status}`}
              disabled={count === 0}
              onClick={() => void orders.run(ids)}
            >
              <span>{status}</span>
              <strong>{count.toLocaleString('en-US')}</strong>
              <span class="soft small">{money(cents)}</span>
            </button>
          ))}
        </div>
      )}
      {fresh.length > 0 && (
        <Notice kind="info">
          <button type="button" class="link" onClick={() => void orders.run(fresh)}>
            {fresh.length === 1 ? '1 new order' : `${fresh.length} new orders`} since you last looked
          </button>
        </Notice>
      )}
      <h2>To look at</h2>
      {value.items.length === 0 ? (
        <p class="soft">Nothing is waiting for you.</p>
      ) : (
        <ul class="plain list">
          {value.items.map((item) => {
            const [words, isUrgent = false] = WORDS[item.key] ?? [item.key];
            return (
              <li key={item.key} class={isUrgent ? 'urgent' : ''}>
                <button type="button" onClick={() => look(item)}>
                  {words} <b>{item.count.toLocaleString('en-US')}</b>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {value.mailsLeft !== null && (
        <p class="soft small">{value.mailsLeft.toLocaleString('en-US')} mails can still leave today.</p>
      )}
    </>
  );
};

show(<Sidebar />);
