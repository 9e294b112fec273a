import { useState } from 'preact/hooks';
import { Close } from '../../ui-kit/close';
import { Action, Failure, Footer, Loading, Notice, Sentences, useLoaded, useMethod } from '../../ui-kit/parts';
import { Progress } from '../../ui-kit/progress';
import { count } from '../../ui-kit/words';
import type { Comparison, ShownDifference as Difference } from '../methods';
import type { Restored } from '../restore';
import { Choose } from './choose';
import { chosenOf } from './chosen';
import { Rules } from './rules';
import { NOTHING_DONE, type Run, restoreAll } from './run';

/** What is restored from. */
export interface Source {
  readonly id: string;
  /** In a sentence: `the backup of Nov 25, 3:12 AM`. */
  readonly name: string;
}

/** The dry run: what pressing the button would do. */
const DryRun = ({
  result,
  source,
  onStart,
  onBack,
}: {
  readonly result: Restored;
  readonly source: Source;
  readonly onStart: () => void;
  readonly onBack: () => void;
}) => (
  <>
    <Notice kind="info">
      <p>
        Nothing has been changed yet. {count(result.restored, 'order')} will be restored from {source.name} with the
        same order numbers. New orders continue after the highest number ever used. No emails are sent.
        {result.unchanged > 0 && ` ${count(result.unchanged, 'order')} already up to date.`}
      </p>
    </Notice>
    <Sentences title={`Not restored: ${result.troubles.length}`} sentences={result.troubles} />
    <Footer>
      <Action onClick={onBack}>Back</Action>
      <Action primary disabled={result.restored === 0} onClick={onStart}>
        Restore {count(result.restored, 'order')}
      </Action>
    </Footer>
  </>
);

const Result = ({ run, total, onGoOn }: { readonly run: Run; readonly total: number; readonly onGoOn: () => void }) => {
  const { done, left, error } = run;
  if (left.length > 0 && error === '') {
    return (
      <Progress label="Orders restored" done={total - left.length} total={total}>
        {total - left.length} of {count(total, 'order')}. Please keep this window open. If it closes, start again;
        finished orders won't be repeated.
      </Progress>
    );
  }
  return (
    <>
      {error && <Failure message={`${error} ${count(left.length, 'order')} not restored yet.`} retry={onGoOn} />}
      <Notice kind={done.troubles.length > 0 || error ? 'warning' : 'good'}>
        <p>
          {count(done.restored, 'order')} restored. No emails were sent.
          {done.unchanged > 0 && ` ${count(done.unchanged, 'order')} already matched.`}
        </p>
      </Notice>
      <Sentences title={`Not restored: ${done.troubles.length}`} sentences={done.troubles} />
      <Footer>
        <Close />
      </Footer>
    </>
  );
};

/** Difference, choice, dry run, and the restoring itself, from one source. */
export const Restore = ({ source, onBack }: { readonly source: Source; readonly onBack: () => void }) => {
  const comparison = useLoaded<Comparison>('restore.compare', source.id);
  const tried = useMethod<Restored>('restore.try');
  const [chosen, choose] = useState<readonly Difference[] | null>(null);
  const [withOwn, setWithOwn] = useState(false);
  const [run, setRun] = useState<Run | null>(null);
  const look = async (orders: readonly Difference[], own: boolean) => {
    setWithOwn(own);
    if (await tried.run(source.id, chosenOf(orders, own))) choose(orders);
  };
  const start = (orders: readonly Difference[], before: Restored): void => {
    setRun({ done: before, left: orders, error: '' });
    void restoreAll(source.id, orders, withOwn, before, setRun);
  };
  return (
    <>
      <h1>Restore from {source.name}</h1>
      {comparison.error && <Failure message={comparison.error} retry={() => void comparison.run(source.id)} />}
      {!comparison.value && !comparison.error && <Loading>Comparing orders …</Loading>}
      {comparison.error && (
        <Footer>
          <Action onClick={onBack}>Back</Action>
        </Footer>
      )}
      {tried.error && <Failure message={tried.error} />}
      {comparison.value && !chosen && (
        <Choose
          comparison={comparison.value}
          busy={tried.busy}
          onBack={onBack}
          onChoose={(orders, own) => void look(orders, own)}
        >
          {source.id !== 'ledger' && <Rules source={source.id} />}
        </Choose>
      )}
      {chosen && !run && tried.value && (
        <DryRun
          result={tried.value}
          source={source}
          onBack={() => choose(null)}
          onStart={() => start(chosen, NOTHING_DONE)}
        />
      )}
      {chosen && run && <Result run={run} total={chosen.length} onGoOn={() => start(run.left, run.done)} />}
    </>
  );
};
