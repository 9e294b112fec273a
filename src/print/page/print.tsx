import { useState } from 'preact/hooks';
import { Failure, Loading, show, useLoaded } from '../../ui-kit/parts';
import { options } from '../../ui-kit/rpc';
import type { Paperwork } from '../batch-view';
import type { PrintKind } from '../kinds';
import { Alignment } from './alignment';
import { BatchPage } from './batch';
import { Batches } from './batches';
import { Choose } from './choose';
import { addSheetStyle } from './print-sheets';

/** What the menu opens: a new batch of some kinds, the list of batches, or the alignment page. */
interface Opened {
  readonly kinds?: readonly PrintKind[];
  readonly ids?: readonly string[];
  readonly page?: 'batches' | 'alignment';
}

const opened = options<Opened>() ?? {};

const Print = () => {
  const start = useLoaded<Paperwork>('print.start');
  const [at, goTo] = useState<'choose' | 'batches' | 'alignment' | number>(opened.page ?? 'choose');
  const title =
    typeof at === 'number'
      ? `Batch ${at}`
      : { choose: 'Print', batches: 'Print history', alignment: 'Alignment page' }[at];
  return (
    <>
      <h1>{title}</h1>
      {start.error && <Failure message={start.error} retry={() => void start.run()} />}
      {!start.value && !start.error && <Loading>Loading …</Loading>}
      {start.value && at === 'choose' && (
        <Choose
          kinds={opened.kinds ?? ['envelopes', 'slips']}
          ids={opened.ids ?? []}
          paperwork={start.value}
          onMade={goTo}
          onOpen={goTo}
        />
      )}
      {start.value && at === 'batches' && <Batches onOpen={goTo} onNew={() => goTo('choose')} />}
      {start.value && at === 'alignment' && <Alignment paperwork={start.value} />}
      {start.value && typeof at === 'number' && <BatchPage key={at} number={at} onBack={() => goTo('batches')} />}
    </>
  );
};

addSheetStyle();
show(<Print />);
