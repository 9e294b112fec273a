import { useState } from 'preact/hooks';
import { leavingSentence } from '../../../domain/leaving';
import { asksWhy, type Mark, makesPrintsDue } from '../../../domain/marks';
import { CheckList } from '../../../ui-kit/check-list';
import { Close } from '../../../ui-kit/close';
import { TextField } from '../../../ui-kit/form';
import {
  Action,
  Empty,
  Failure,
  Footer,
  Loading,
  Notice,
  Pill,
  Sentences,
  show,
  useLoaded,
  useMethod,
} from '../../../ui-kit/parts';
import { Progress } from '../../../ui-kit/progress';
import { closeDialog, options } from '../../../ui-kit/rpc';
import { count, numberText } from '../../../ui-kit/words';
import type { BulkPlan as Plan } from '../bulk';
import { type Done, markAll, NOTHING_DONE, type Run } from './run';

/** What to mark; `ids` if another page names the orders, otherwise the selection counts. */
const { mark, ids: named } = options<{ mark: Mark; ids?: readonly string[] }>() ?? { mark: 'paid' };
const PLAN: readonly [method: string, ...args: unknown[]] = named
  ? ['bulk.planOrders', mark, named]
  : ['bulk.plan', mark];

/** Says that orders need no change: `3 orders were already marked paid.` */
const already = (orders: number): string =>
  `${count(orders, 'order')} ${orders === 1 ? 'was' : 'were'} already marked ${mark}.`;

/** What is about to happen, with a checkbox for each order. */
const DryRun = ({
  plan,
  onStart,
}: {
  readonly plan: Plan;
  readonly onStart: (ids: string[], reason: string) => void;
}) => {
  const [ticked, tick] = useState<ReadonlySet<string>>(() => new Set(plan.orders.map(({ id }) => id)));
  const [reason, setReason] = useState('');
  const chosen = plan.orders.filter(({ id }) => ticked.has(id));
  const emails = chosen.filter(({ email }) => email).length;
  if (plan.orders.length === 0) {
    return (
      <>
        <Empty>
          None of the selected orders can be marked {mark}.{plan.unchanged > 0 && ` ${already(plan.unchanged)}`}
        </Empty>
        <Sentences title={`Skipped: ${count(plan.skipped.length, 'order')}`} sentences={plan.skipped} />
        <Footer>
          <Action onClick={closeDialog}>Close</Action>
        </Footer>
      </>
    );
  }
  return (
    <>
      <p>
        These orders will be marked <b>{mark}</b>. They may include rows hidden by a filter view.
      </p>
      <CheckList
        label="Orders to mark"
        items={plan.orders.map(({ id, number, name, status, email }) => ({
          id,
          label: (
            <>
              <b>{number}</b> {name}
            </>
          ),
          aside: (
            <>
              {email ? 'email ' : ''}
              <Pill>{status}</Pill>
            </>
          ),
        }))}
        chosen={ticked}
        onChange={tick}
      />
      <p class="small soft" role="status">
        {count(chosen.length, 'order')} selected, {count(emails, 'email')} to customers
        {plan.emailsLeft === null
          ? " (sent from the operator's account within a few minutes)"
          : ` (${numberText(plan.emailsLeft)} left today)`}
        .{plan.unchanged > 0 && ` ${already(plan.unchanged)}`}
      </p>
      {plan.emailsLeft !== null && emails > plan.emailsLeft && (
        <Notice kind="warning">
          {count(emails - plan.emailsLeft, 'email')} over today's limit will go out tomorrow. The orders are marked now.
        </Notice>
      )}
      <Sentences title={`Skipped: ${count(plan.skipped.length, 'order')}`} sentences={plan.skipped} />
      {asksWhy(mark) && (
        <TextField
          label="Reason for canceling"
          longest={300}
          value={reason}
          onInput={setReason}
          help="Saved in the Activity tab. This doesn't refund anything: if a customer paid, refund them yourself."
        />
      )}
      <Footer sticky>
        <Action onClick={closeDialog}>Cancel</Action>
        <Action
          primary
          disabled={chosen.length === 0}
          onClick={() =>
            onStart(
              chosen.map(({ id }) => id),
              reason,
            )
          }
        >
          Mark {count(chosen.length, 'order')} {mark}
        </Action>
      </Footer>
    </>
  );
};

/** What was done, and what wasn't. */
const Result = ({
  run,
  ids,
  skipped,
  onGoOn,
}: {
  readonly run: Run;
  /** The orders to mark. */
  readonly ids: readonly string[];
  /** A sentence for each selected order that couldn't be marked. */
  readonly skipped: readonly string[];
  readonly onGoOn: () => void;
}) => {
  const total = ids.length;
  const { done, left, error } = run;
  const isRunning = left.length > 0 && error === '';
  const notDone = [...done.troubles, ...skipped];
  if (isRunning) {
    return (
      <Progress label="Orders done" total={total} done={total - left.length}>
        {numberText(total - left.length)} of {count(total, 'order')}. Keep this window open.
      </Progress>
    );
  }
  return (
    <>
      {error && <Failure message={`${error} ${count(left.length, 'order')} left to do.`} retry={onGoOn} />}
      <Notice kind={done.troubles.length > 0 || error ? 'warning' : 'good'}>
        <p>
          {count(done.changed, 'order')} marked {mark}.{done.unchanged > 0 && ` ${already(done.unchanged)}`}
          {(done.resumed ?? 0) > 0 && ' Some of these may have been marked by the interrupted attempt.'}
          {done.emails > 0 && ` ${leavingSentence(done.emails, done)}`}
        </p>
      </Notice>
      <Sentences title={`Not done: ${count(notDone.length, 'order')}`} sentences={notDone} />
      {makesPrintsDue(mark) && done.changed > 0 && left.length === 0 && <PrintThem ids={ids} count={done.changed} />}
      <Footer>
        <Close />
      </Footer>
    </>
  );
};

/** Opens the print dialog for the orders that were just marked paid. */
const PrintThem = ({ ids, count: orders }: { readonly ids: readonly string[]; readonly count: number }) => {
  const open = useMethod<null>('print.open');
  return (
    <p>
      <Action busy={open.busy} onClick={() => void open.run(ids.slice(0, MOST_PRINTED))}>
        {orders === 1 ? 'Print for this order' : `Print for these ${numberText(orders)} orders`}
      </Action>
      {open.error && <Failure message={open.error} />}
    </p>
  );
};

/** How many orders fit in one print batch. */
const MOST_PRINTED = 500;

const Bulk = () => {
  const plan = useLoaded<Plan>(...PLAN);
  const [run, setRun] = useState<(Run & { readonly ids: readonly string[]; readonly reason: string }) | null>(null);
  const start = (ids: readonly string[], reason: string, before: Done | null = null, all = ids): void => {
    setRun({ done: before ?? NOTHING_DONE, left: ids, error: '', ids: all, reason });
    void markAll(mark, ids, reason, before, (step) => setRun({ ...step, ids: all, reason }));
  };
  return (
    <>
      <h1>Mark as {mark}</h1>
      {run ? (
        <Result
          run={run}
          ids={run.ids}
          skipped={plan.value?.skipped ?? []}
          onGoOn={() => start(run.left, run.reason, run.done, run.ids)}
        />
      ) : (
        <>
          {plan.error && <Failure message={plan.error} retry={() => void plan.run(...PLAN.slice(1))} />}
          {!plan.value && !plan.error && <Loading>Checking selected orders …</Loading>}
          {plan.value && <DryRun plan={plan.value} onStart={start} />}
        </>
      )}
    </>
  );
};

show(<Bulk />);
