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
import { count } from '../../../ui-kit/words';
import type { BulkPlan as Plan } from '../bulk';
import { type Done, markAll, NOTHING_DONE, type Run } from './run';

/** What is marked; `ids` when another page names the orders, else the selection counts. */
const { mark, ids: named } = options<{ mark: Mark; ids?: readonly string[] }>() ?? { mark: 'paid' };
const PLAN: readonly [method: string, ...args: unknown[]] = named
  ? ['bulk.planOrders', mark, named]
  : ['bulk.plan', mark];

/** What is about to happen, with a tick box for each order. */
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
          None of the selected orders can be marked {mark}.
          {plan.unchanged > 0 && ` ${count(plan.unchanged, 'order')} stood so already.`}
        </Empty>
        <Sentences title={`Skipped: ${plan.skipped.length}`} sentences={plan.skipped} />
        <Footer>
          <Action onClick={closeDialog}>Close</Action>
        </Footer>
      </>
    );
  }
  return (
    <>
      <p>
        Nothing has been changed yet. These orders will be marked <b>{mark}</b>; rows that a filter view hides may be
        among them.
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
        {count(chosen.length, 'order')} chosen, {count(emails, 'email')} to customers
        {plan.emailsLeft === null
          ? ', which leave from the operator’s account within some minutes'
          : `; ${count(plan.emailsLeft, 'email')} can still leave today`}
        .{plan.unchanged > 0 && ` ${count(plan.unchanged, 'order')} stood so already.`}
      </p>
      {plan.emailsLeft !== null && emails > plan.emailsLeft && (
        <Notice kind="warning">
          {count(emails - plan.emailsLeft, 'email')} will wait until the account may send again. The orders are marked
          now.
        </Notice>
      )}
      <Sentences title={`Skipped: ${count(plan.skipped.length, 'order')}`} sentences={plan.skipped} />
      {asksWhy(mark) && (
        <TextField
          label="Why are they cancelled?"
          longest={300}
          value={reason}
          onInput={setReason}
          help="Kept in the Activity tab. This moves no money: refunds are made by hand."
        />
      )}
      <Footer sticky>
        <Action onClick={closeDialog}>Do nothing</Action>
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

/** What was done, and what was not. */
const Result = ({
  run,
  ids,
  skipped,
  onGoOn,
}: {
  readonly run: Run;
  /** The orders that were to be marked. */
  readonly ids: readonly string[];
  /** A sentence for each selected order that could not be. */
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
        {total - left.length} of {count(total, 'order')}. Please leave this window open.
      </Progress>
    );
  }
  return (
    <>
      {error && <Failure message={`${error} ${count(left.length, 'order')} are left.`} retry={onGoOn} />}
      <Notice kind={done.troubles.length > 0 || error ? 'warning' : 'good'}>
        <p>
          {count(done.changed, 'order')} marked {mark}.
          {done.unchanged > 0 && ` ${count(done.unchanged, 'order')} stood so already.`}
          {(done.resumed ?? 0) > 0 && ' Some of them may be the work of the try that broke off.'}
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

/** Straight from payment: opens the print dialog for the orders that have just been paid. */
const PrintThem = ({ ids, count: orders }: { readonly ids: readonly string[]; readonly count: number }) => {
  const open = useMethod<null>('print.open');
  return (
    <p>
      <Action busy={open.busy} onClick={() => void open.run(ids.slice(0, MOST_PRINTED))}>
        {orders === 1 ? 'Print what this order needs' : `Print what these ${orders.toLocaleString('en-US')} need`}
      </Action>
      {open.error && <Failure message={open.error} />}
    </p>
  );
};

/** One batch takes so many orders. */
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
          {!plan.value && !plan.error && <Loading>Looking at the selected orders …</Loading>}
          {plan.value && <DryRun plan={plan.value} onStart={start} />}
        </>
      )}
    </>
  );
};

show(<Bulk />);
