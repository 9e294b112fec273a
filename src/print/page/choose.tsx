import { useEffect, useState } from 'preact/hooks';
import { Form, SelectField, TextField, TickField } from '../../ui-kit/form';
import { Action, Empty, Failure, Footer, Loading, Notice, Sentences, useMethod } from '../../ui-kit/parts';
import { closeDialog } from '../../ui-kit/rpc';
import { count, formatList } from '../../ui-kit/words';
import { SORTS, type Sort } from '../arrange';
import type { Paperwork } from '../batch-view';
import type { PlannedPrint, PrintPlan, Source } from '../choose';
import { isFor, PRINT_FACTS, PRINT_KINDS, type PrintKind } from '../kinds';
import { ENVELOPE_SIZES, type EnvelopeSize } from '../papers';
import { OrderList } from './order-list';

type Made = { readonly made: number } | { readonly taken: readonly string[] };

const SORT_NAMES: Readonly<Record<Sort, string>> = {
  number: 'Order number',
  ZIP: 'ZIP code',
  event: 'Event',
  name: 'Name',
};

/** Chooses what to print, for which orders, and in which order. */
export const Choose = ({
  kinds: firstKinds,
  ids,
  paperwork,
  onMade,
  onOpen,
}: {
  readonly kinds: readonly PrintKind[];
  /** The orders that another page asks for; if none, those that are due. */
  readonly ids: readonly string[];
  readonly paperwork: Paperwork;
  readonly onMade: (batch: number) => void;
  readonly onOpen: (batch: number) => void;
}) => {
  const [kinds, setKinds] = useState(firstKinds);
  const [source, setSource] = useState<Source>(ids.length > 0 ? 'orders' : 'due');
  const [event, setEvent] = useState(Object.keys(paperwork.events)[0] ?? '');
  const [numbers, setNumbers] = useState('');
  const [sort, setSort] = useState<Sort>('number');
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [sizes, setSizes] = useState<Readonly<Record<string, EnvelopeSize>>>({});
  const [allSizes, setAllSizes] = useState<EnvelopeSize | ''>('');
  /** What the list below was loaded for. */
  const [looked, setLooked] = useState<Source | null>(null);
  const plan = useMethod<PrintPlan>('print.plan');
  const make = useMethod<Made>('print.make');

  const look = async (from: Source = source, what: readonly PrintKind[] = kinds) => {
    const which = { due: [], selection: [], event: [event], numbers: [numbers], orders: ids }[from];
    const found = await plan.run(what, from, which);
    if (!found) return;
    setLooked(from);
    choose(new Set(found.orders.filter(({ isDue }) => isDue).map(({ id }) => id)));
  };
  // Numbers are looked up once they have been typed, everything else right away.
  useEffect(() => {
    if (kinds.length > 0 && source !== 'numbers') void look();
  }, [kinds, source, event]);

  const withEnvelopes = kinds.includes('envelopes');
  const sizeOf = (order: PlannedPrint): EnvelopeSize => sizes[order.id] ?? (allSizes || order.size);
  const found = looked === source ? plan.value : null;
  const orders = found?.orders ?? [];
  const ticked = orders.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  const start = async () => {
    const made = await make.run(
      kinds,
      sort,
      ticked.map(({ id }) => id),
      ticked.map(sizeOf),
      found?.newest ?? 0,
    );
    if (made && 'made' in made) onMade(made.made);
  };
  const counts = kinds.map((kind) => {
    const needed = ticked.filter(({ fulfillment }) => isFor(kind, fulfillment)).length;
    const name = PRINT_FACTS[kind].name.toLowerCase();
    return PRINT_FACTS[kind].one === null ? `a ${name} of ${count(needed, 'order')}` : `${needed} ${name}`;
  });
  const taken = make.value && 'taken' in make.value ? make.value.taken : [];
  return (
    <>
      <div class="columns">
        <div>
          <fieldset class="field">
            <legend>What to print</legend>
            {PRINT_KINDS.map((kind) => (
              <TickField
                key={kind}
                label={PRINT_FACTS[kind].name}
                checked={kinds.includes(kind)}
                onChange={(isOn) => setKinds(PRINT_KINDS.filter((one) => (one === kind ? isOn : kinds.includes(one))))}
              />
            ))}
          </fieldset>
          <SelectField
            label="Orders"
            value={source}
            onInput={(value) => setSource(value as Source)}
            choices={[
              ...(ids.length > 0 ? [{ value: 'orders', label: `These ${count(ids.length, 'order')}` }] : []),
              { value: 'due', label: 'Paid, not printed yet' },
              { value: 'selection', label: 'Selected rows' },
              { value: 'event', label: 'An event' },
              { value: 'numbers', label: 'Order numbers' },
            ]}
          />
          {source === 'event' && (
            <SelectField
              label="Event"
              value={event}
              onInput={setEvent}
              choices={[
                ...Object.entries(paperwork.events).map(([code, { name }]) => ({ value: code, label: name })),
                { value: 'CPS', label: 'No event' },
              ]}
            />
          )}
          {source === 'numbers' && (
            <Form label="Order numbers" busy={plan.busy} onSubmit={() => void look()}>
              <TextField
                label="Order numbers"
                value={numbers}
                onInput={setNumbers}
                rows={3}
                longest={5000}
                help="For example ASDAR26-0001, ASDAR26-0007 or ASDAR26-0001..0040"
              />
              <p>
                <Action busy={plan.busy}>Find</Action>
              </p>
            </Form>
          )}
          <SelectField
            label="Sort by"
            value={sort}
            onInput={(value) => setSort(value as Sort)}
            choices={SORTS.map((value) => ({ value, label: SORT_NAMES[value] }))}
            help="Everything prints in the same order: slip 17 goes with envelope 17."
          />
          {withEnvelopes && (
            <SelectField
              label="Envelopes"
              value={allSizes}
              onInput={(value) => {
                setAllSizes(value as EnvelopeSize | '');
                setSizes({});
              }}
              choices={[
                { value: '', label: 'Fit to largest print' },
                ...ENVELOPE_SIZES.map((size) => ({ value: size, label: `${size} for all` })),
              ]}
            />
          )}
        </div>
        <div>
          {plan.error && <Failure message={plan.error} retry={() => void look()} />}
          {found?.waiting.map(({ number, by, madeAt, count: orderCount }) => (
            <Notice kind="warning" key={number}>
              <p>
                {count(orderCount, 'order')} {orderCount === 1 ? 'waits' : 'wait'} in batch {number}, created {madeAt}{' '}
                by {by}. Not confirmed yet.
              </p>
              <p>
                <Action onClick={() => onOpen(number)}>Open batch {number}</Action>
              </p>
            </Notice>
          ))}
          {kinds.length === 0 && <Empty>Choose what to print.</Empty>}
          {kinds.length > 0 && plan.busy && !found && <Loading>Loading orders …</Loading>}
          {kinds.length > 0 && found && orders.length === 0 && (
            <Empty>{source === 'due' ? 'All paid orders are printed or in a batch.' : 'No orders to print.'}</Empty>
          )}
          {kinds.length > 0 && orders.length > 0 && (
            <>
              <p class="row small choose">
                <button type="button" class="link" onClick={() => choose(new Set(orders.map(({ id }) => id)))}>
                  Select all
                </button>
                <button type="button" class="link" onClick={() => choose(new Set())}>
                  Clear
                </button>
              </p>
              <OrderList
                orders={orders}
                chosen={chosen}
                onToggle={toggle}
                sizes={withEnvelopes ? sizeOf : null}
                onSize={(id, size) => setSizes({ ...sizes, [id]: size })}
              />
            </>
          )}
          {(found?.more ?? 0) > 0 && (
            <Notice kind="info">
              A batch can have up to 500 orders. Print the remaining {count(found?.more ?? 0, 'order')} in another one.
            </Notice>
          )}
          <Sentences
            title={`Not printed: ${count(found?.skipped.length ?? 0, 'order')}`}
            sentences={found?.skipped ?? []}
          />
          {taken.length > 0 && (
            <Notice kind="warning">
              <p>Nothing was printed, because some orders have changed:</p>
              <ul>
                {taken.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              <Action onClick={() => void look()}>Reload</Action>
            </Notice>
          )}
          {make.error && <Failure message={make.error} />}
        </div>
      </div>
      <Footer
        said={
          <p class="small soft" role="status">
            {count(ticked.length, 'order')} selected{ticked.length > 0 && `: ${formatList(counts)}`}. Orders are marked
            as printed only after you confirm they printed correctly.
          </p>
        }
      >
        <Action onClick={closeDialog}>Close</Action>
        <Action
          primary
          busy={make.busy}
          disabled={ticked.length === 0 || kinds.length === 0 || plan.busy}
          onClick={() => void start()}
        >
          Preview and print
        </Action>
      </Footer>
    </>
  );
};
