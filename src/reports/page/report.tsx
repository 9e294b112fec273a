import { useState } from 'preact/hooks';
import { Download } from '../../ui-kit/download';
import { Form } from '../../ui-kit/form';
import { Action, Failure, Footer, Loading, Notice, show, useLoaded, useMethod } from '../../ui-kit/parts';
import { call, closeDialog, options } from '../../ui-kit/rpc';
import { count } from '../../ui-kit/words';
import type { ReportStart as Start, ReportSummary as Summary } from '../methods';
import { ChoiceFields, missingIn } from './choice';
import { fileName, type ReportChoice } from './file-name';
import { printPage } from './print-page';
import { Result } from './result';

const ABOUT = options<{ about?: 'report' | 'orders' }>()?.about ?? 'report';
const FIRST: ReportChoice = {
  period: ABOUT === 'report' ? 'month' : 'all',
  event: '',
  from: '',
  to: '',
  grain: 'auto',
};

/** The report, or the list of its orders, as a file or as a page to print. */
const Files = ({
  what,
  chosen,
  today,
  ready,
}: {
  what: 'report' | 'orders';
  chosen: ReportChoice;
  today: string;
  ready: () => boolean;
}) => {
  const [print, setPrint] = useState({ busy: false, error: '' });
  const make = (ending: 'csv' | 'page') => (ready() ? call<string>('report.file', chosen, `${what} ${ending}`) : null);
  const printNow = async () => {
    setPrint({ busy: true, error: '' });
    try {
      const html = await make('page');
      if (html !== null) await printPage(html);
      setPrint({ busy: false, error: '' });
    } catch (error) {
      setPrint({ busy: false, error: (error as Error).message });
    }
  };
  const base = what === 'report' ? 'sales' : 'orders';
  const words = what === 'report' ? 'report' : 'orders';
  return (
    <>
      <div class="row files">
        <Download name={fileName(base, chosen, today, 'csv')} type="text/csv" make={() => make('csv')}>
          Download {words} as CSV
        </Download>
        <Download name={fileName(base, chosen, today, 'html')} type="text/html" make={() => make('page')}>
          Download {words} as a page
        </Download>
        <Action busy={print.busy} onClick={() => void printNow()}>
          Print {words}
        </Action>
      </div>
      {print.error && <Failure message={print.error} />}
    </>
  );
};

const ReportPage = () => {
  const start = useLoaded<Start>('report.start');
  const made = useMethod<Summary>('report.make');
  const open = useMethod<true>('report.open');
  const [chosen, choose] = useState(FIRST);
  const [isAsked, setAsked] = useState(false);
  const [done, setDone] = useState<ReportChoice | null>(null);
  const missing = missingIn(chosen);
  const ready = (): boolean => {
    setAsked(true);
    return missing === '';
  };
  const run = async () => {
    if (ready() && (await made.run(chosen))) setDone(chosen);
  };
  const openTab = async () => {
    if (await open.run()) closeDialog();
  };
  if (start.error) return <Failure message={start.error} retry={() => void start.run()} />;
  if (!start.value) return <Loading>Loading …</Loading>;
  const { today, orders } = start.value;
  const isReport = ABOUT === 'report';
  const isShown = made.value !== null && done !== null && !made.busy;
  return (
    <>
      <h1>{isReport ? 'Sales report' : 'Export orders'}</h1>
      <p class="soft">
        {isReport
          ? 'Creates the Sales Report tab for the dates you choose.'
          : 'Lists the orders for the dates you choose, one per row, with how each counts in the sales report.'}
      </p>
      <Form label="Report options" busy={made.busy} onSubmit={() => void (isReport ? run() : undefined)}>
        <ChoiceFields
          start={start.value}
          chosen={chosen}
          withGrain={isReport}
          wrong={isAsked ? missing : ''}
          onChange={(change) => choose({ ...chosen, ...change })}
        />
        {isReport && (
          <Action primary busy={made.busy}>
            Create report
          </Action>
        )}
      </Form>
      {!isReport && <Files what="orders" chosen={chosen} today={today} ready={ready} />}
      {made.busy && (
        <>
          <Loading>Creating the report from {count(orders, 'order')} …</Loading>
          <progress aria-label="Creating the report" />
        </>
      )}
      {made.error && <Failure message={made.error} retry={() => void run()} />}
      {isShown && made.value && done && (
        <>
          <Result summary={made.value} />
          <h2>Download</h2>
          <Files what="report" chosen={done} today={today} ready={() => true} />
          <Files what="orders" chosen={done} today={today} ready={() => true} />
        </>
      )}
      <Footer said={open.error ? <Notice kind="error">{open.error}</Notice> : null}>
        <Action onClick={closeDialog}>Close</Action>
        {isShown && (
          <Action primary busy={open.busy} onClick={() => void openTab()}>
            Open report
          </Action>
        )}
      </Footer>
    </>
  );
};

show(<ReportPage />);
