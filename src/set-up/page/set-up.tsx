import { useState } from 'preact/hooks';
import { Action, Failure, Footer, Loading, Notice, show, useLoaded, useMethod } from '../../ui-kit/parts';
import { closeDialog } from '../../ui-kit/rpc';
import type { Checklist } from '../checklist';
import { AddressStep } from './address-step';
import { Columns } from './columns';
import { Copy } from './copy';
import { Lost } from './lost';
import { HasEnded, IsTaking, Moving } from './moving';
import { Step } from './step';
import { TakeOver } from './take-over';
import { SecretStep, TestOrderStep, WebAppStep } from './web-app-step';
import { quotaText } from './words';

const Report = ({ report }: { readonly report: readonly string[] }) =>
  report.length === 0 ? (
    <p>Everything is set up. No changes needed.</p>
  ) : (
    <ul>
      {report.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );

const Operator = ({ state, onChanged }: { readonly state: Checklist; readonly onChanged: () => void }) => {
  const [hasAddress, setHasAddress] = useState(state.webAppUrl !== '');
  return (
    <>
      <ol class="steps">
        <Step number={1} title="Tabs, formats and triggers" done>
          <Report report={state.report} />
        </Step>
        <WebAppStep version={state.version} address={state.webAppUrl} onSaved={() => setHasAddress(true)} />
        <Step number={3} title="Emails per day" done>
          <p>{quotaText(state.emailsLeft ?? 0, state.person)}</p>
        </Step>
        <TestOrderStep ready={hasAddress} person={state.person} />
        <SecretStep />
        <AddressStep studio={state.studioName} address={state.studioAddress} />
        <Step number={7} title="Make it yours" done={false}>
          <p class="soft">
            Review the Settings (your name, how to pay), Price List, Events and Emails tabs. Changes take effect
            immediately.
          </p>
        </Step>
      </ol>
      <Moving onChanged={onChanged} />
    </>
  );
};

const Staff = ({ state }: { readonly state: Checklist }) => (
  <>
    <Notice kind="info">
      {state.operator
        ? `The operator (${state.operator}) handles triggers, emails and the secret. You can use everything else.`
        : 'The owner of this spreadsheet has to run this once. Triggers, emails and the secret belong to that account.'}
    </Notice>
    <h2>Tabs and formats</h2>
    <Report report={state.report} />
  </>
);

const SetUp = () => {
  const first = useLoaded<Checklist>('setUp.run', {});
  const again = useMethod<Checklist>('setUp.run');
  const copy = useMethod<Checklist>('setUp.chooseCopy');
  const take = useMethod<Checklist>('setUp.takeOver');
  const restore = useMethod<Checklist>('setUp.restoreLedger');
  const off = useMethod<Checklist>('moving.callOff');
  const giveUp = useMethod<Checklist>('moving.giveUp');
  // Of several answers the one that came last.
  const [moved, setMoved] = useState<Checklist | null>(null);
  const state = moved ?? take.value ?? restore.value ?? copy.value ?? again.value ?? first.value;
  const afterMove = async (answer: Promise<Checklist | null>) => {
    const found = await answer;
    if (found) setMoved(found);
  };
  const error = off.error || giveUp.error || restore.error || take.error || copy.error || again.error || first.error;
  const asks = state !== undefined && state !== null && (state.questions.length > 0 || state.problem !== '');
  return (
    <>
      <h1>Set up this sheet</h1>
      {state && (
        <p class="soft small">
          CPS Orders {state.version} · {state.person}
        </p>
      )}
      {!state && !error && <Loading>Checking tabs, columns and formats …</Loading>}
      {error && <Failure message={error} retry={state ? undefined : () => void first.run({})} />}
      {state?.problem && (
        <Notice kind="error">
          <p>{state.problem}</p>
        </Notice>
      )}
      {state?.lost && (
        <Lost lost={state.lost} busy={restore.busy} onRestore={() => void restore.run()} report={state.report} />
      )}
      {state?.preview && (
        <>
          <TakeOver preview={state.preview} busy={take.busy} onTake={() => void take.run()} />
          {state.report.length > 0 && (
            <details>
              <summary>Other changes</summary>
              <Report report={state.report} />
            </details>
          )}
        </>
      )}
      {state && state.questions.length > 0 && (
        <>
          {state.report.length > 0 && <Report report={state.report} />}
          <Columns questions={state.questions} busy={again.busy} onAnswer={(answers) => void again.run(answers)} />
        </>
      )}
      {state && !asks && !state.preview && !state.lost && (
        <>
          {state.role === 'operator' && (
            <Operator key={String(moved !== null)} state={state} onChanged={() => void afterMove(again.run({}))} />
          )}
          {state.role === 'ended' && <HasEnded busy={off.busy} onCallOff={() => void afterMove(off.run())} />}
          {state.role === 'taking' && (
            <IsTaking
              busy={giveUp.busy}
              onDone={() => void afterMove(again.run({}))}
              onGiveUp={() => void afterMove(giveUp.run())}
            />
          )}
          {state.role === 'staff' && <Staff state={state} />}
          {(state.role === 'copy' || state.role === 'practice') && (
            <Copy
              isPractice={state.role === 'practice'}
              busy={copy.busy}
              onChoose={(choice) => void copy.run(choice)}
            />
          )}
        </>
      )}
      {state && (
        <Footer>
          <Action primary={state.role === 'staff'} onClick={closeDialog}>
            Close
          </Action>
        </Footer>
      )}
    </>
  );
};

show(<SetUp />);
