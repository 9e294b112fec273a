import { useState } from 'preact/hooks';
import { CheckList } from '../../ui-kit/check-list';
import { Action, Failure, Footer, Loading, Notice, useLoaded, useMethod } from '../../ui-kit/parts';
import { call, closeDialog } from '../../ui-kit/rpc';
import { Tabs } from '../../ui-kit/tabs';
import { count } from '../../ui-kit/words';
import { type BatchItem, type BatchView, itemsFor } from '../batch-view';
import type { PrintedOrder } from '../confirm';
import { PRINT_FACTS, type PrintKind } from '../kinds';
import { RunPanel } from './run-panel';

/** "Remove slip 17: ASDAR26-0017 Ann Lee was canceled." */
const changeOf = ({ place, number, name, since, isIn }: BatchItem, kinds: readonly PrintKind[]): string => {
  const prints = kinds.flatMap((kind) => PRINT_FACTS[kind].one ?? []);
  const what = `${prints.join(' and ') || 'number'} ${place}`;
  return `${isIn ? `Print ${what} again` : `Remove ${what}`}: ${number} ${name} ${since}.`;
};

/** One batch: what has changed since, each kind of print, and what is left to do. */
export const BatchPage = ({ number, onBack }: { readonly number: number; readonly onBack: () => void }) => {
  const loaded = useLoaded<BatchView>('print.batch', number);
  const printed = useMethod<BatchView>('print.printed');
  const changed = useMethod<BatchView>('print.takeOut');
  const [latest, setLatest] = useState<BatchView | null>(null);
  const [kind, setKind] = useState<PrintKind | null>(null);
  const [shipError, setShipError] = useState('');
  const batch = latest ?? loaded.value;
  if (!batch) {
    return loaded.error ? (
      <Failure message={loaded.error} retry={() => void loaded.run(number)} />
    ) : (
      <Loading>Loading batch {number} …</Loading>
    );
  }
  const at = kind ?? batch.kinds[0] ?? 'envelopes';
  const confirm = async (orders: readonly PrintedOrder[]): Promise<boolean> => {
    const view = await printed.run(number, at, orders);
    if (view) setLatest(view);
    return view !== null;
  };
  const since = batch.items.filter((item) => item.since !== '');
  const toShip = batch.items.filter(({ isIn, fulfillment }) => isIn && fulfillment === 'ship');
  const ship = () =>
    call(
      'print.ship',
      toShip.map(({ id }) => id),
    ).catch((error: Error) => setShipError(error.message));
  const aside = () =>
    call('print.setAside', number)
      .then(onBack)
      .catch((error: Error) => setShipError(error.message));
  const keep = async (chosen: ReadonlySet<string>) => {
    const out = batch.items.filter(({ id, isOut }) => !chosen.has(id) && !isOut).map(({ id }) => id);
    const back = batch.items.filter(({ id, isOut }) => chosen.has(id) && isOut).map(({ id }) => id);
    const view = await changed.run(number, out.length > 0 ? out : back, out.length > 0 ? 'out' : 'in');
    if (view) setLatest(view);
  };
  return (
    <>
      <p class="soft small">
        {count(batch.items.length, 'order')}, sorted by {batch.sortedBy === 'number' ? 'order number' : batch.sortedBy},
        created {batch.madeAt} by {batch.by}. {STATES[batch.state]}
      </p>
      {since.length > 0 && (
        <Notice kind="warning">
          <p>Changes since this batch was created:</p>
          <ul>
            {since.map((item) => (
              <li key={item.id}>{changeOf(item, batch.kinds)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {printed.error && <Failure message={printed.error} />}
      {shipError && <Failure message={shipError} />}
      <Tabs
        label="Prints in this batch"
        tabs={batch.kinds.map((key) => ({
          key,
          label: PRINT_FACTS[key].name,
          badge: itemsFor(key, batch.items).filter((item) => !item.printed.includes(key)).length,
        }))}
        selected={at}
        onSelect={(key) => setKind(key as PrintKind)}
      >
        <RunPanel key={at} batch={batch} kind={at} busy={printed.busy} onPrinted={confirm} />
      </Tabs>
      <details class="sentences">
        <summary>Remove orders from this batch</summary>
        {changed.error && <Failure message={changed.error} />}
        <CheckList
          label="Orders in this batch"
          items={batch.items.map(({ id, place, number: order, name, size, fulfillment }) => ({
            id,
            label: `${place}  ${order} ${name}`,
            aside: fulfillment === 'pickup' ? 'pickup' : size,
          }))}
          chosen={new Set(batch.items.filter(({ isOut }) => !isOut).map(({ id }) => id))}
          onChange={(chosen) => void keep(chosen)}
        />
      </details>
      <Footer>
        <Action onClick={onBack}>All batches</Action>
        {batch.state === 'open' && <Action onClick={() => void aside()}>Discard this batch</Action>}
        {toShip.length > 0 && <Action onClick={() => void ship()}>Mark {toShip.length} shipped …</Action>}
        <Action onClick={closeDialog}>Close</Action>
      </Footer>
    </>
  );
};

const STATES: Readonly<Record<BatchView['state'], string>> = {
  open: 'Not confirmed yet.',
  printed: 'Everything printed.',
  'set aside': 'This batch was discarded.',
};
