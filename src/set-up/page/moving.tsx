import { useState } from 'preact/hooks';
import type { Ending, Standing } from '../../moving/end-here';
import type { Look } from '../../moving/look';
import type { Progress as Arrived, TakingStands } from '../../moving/take';
import { Action, Failure, Loading, Notice, useLoaded, useMethod } from '../../ui-kit/parts';
import { Progress } from '../../ui-kit/progress';
import { call } from '../../ui-kit/rpc';

/** Goes on, tab by tab, until all of the old sheet is here. */
const useTaking = (onDone: () => void) => {
  const [progress, setProgress] = useState<Arrived | null>(null);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const run = async (...first: readonly [method: string, ...args: string[]]) => {
    setBusy(true);
    setError('');
    try {
      let now = await call<Arrived>(...first);
      for (setProgress(now); !now.isDone; setProgress(now)) now = await call<Arrived>('moving.goOn');
      onDone();
    } catch (failure) {
      setError((failure as Error).message);
    }
    setBusy(false);
  };
  return { progress, error, busy, run };
};

const Bar = ({ progress }: { readonly progress: Arrived }) => (
  <Progress label="Tabs that have arrived" done={progress.arrived} total={progress.of}>
    {progress.arrived < progress.of
      ? `${progress.arrived} of ${progress.of} tabs have arrived. You may close this and go on later.`
      : 'All tabs are here. This sheet begins to work …'}
  </Progress>
);

const Found = ({ look }: { readonly look: Look }) => (
  <>
    <h3>What comes along from “{look.name}”</h3>
    <table class="figures moving">
      <tbody>
        {look.items.map(({ what, detail }) => (
          <tr key={what + detail}>
            <th scope="row">{what}</th>
            <td>{detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {look.notes.map((note) => (
      <p class="soft small" key={note}>
        {note}
      </p>
    ))}
  </>
);

/** The new sheet's side: look first, then the code, then all of it. */
const TakeFrom = ({ onDone }: { readonly onDone: () => void }) => {
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const look = useMethod<Look>('moving.look');
  const taking = useTaking(onDone);
  return (
    <details>
      <summary>Take everything over from another sheet</summary>
      <p class="soft">
        For moving house: into this sheet, from one that is in use. You see first what comes along; nothing is changed
        by looking. All tabs of this sheet are replaced.
      </p>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void look.run(address);
        }}
      >
        <input
          class="grow"
          aria-label="Address of the old sheet"
          type="url"
          placeholder="https://docs.google.com/spreadsheets/d/…/edit"
          value={address}
          disabled={taking.busy}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <Action busy={look.busy} disabled={address.trim() === '' || taking.busy}>
          Show what comes along
        </Action>
      </form>
      {look.error && <Failure message={look.error} />}
      {look.value && <Found look={look.value} />}
      {look.value && !look.value.hasEnded && (
        <Notice kind="info">
          <p>
            Next, end the old sheet: open <a href={look.value.url}>“{look.value.name}”</a>, choose{' '}
            <b>CPS Orders &gt; Set up this sheet &gt; Move to another sheet</b>, and copy the code that it shows. From
            then on no order is accepted until this sheet has taken over; what the platform sends meanwhile, it sends
            again.
          </p>
        </Notice>
      )}
      {look.value && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            void taking.run('moving.take', address, code);
          }}
        >
          <input
            class="grow"
            aria-label="Code of the old sheet"
            autocomplete="off"
            spellcheck={false}
            placeholder="Code that the old sheet shows"
            value={code}
            disabled={taking.busy}
            onInput={({ currentTarget }) => setCode(currentTarget.value)}
          />
          <Action primary busy={taking.busy} disabled={code.trim() === ''}>
            Take everything over
          </Action>
        </form>
      )}
      {taking.busy && taking.progress && <Bar progress={taking.progress} />}
      {taking.error && <Failure message={taking.error} />}
    </details>
  );
};

const CodeShown = ({ code }: { readonly code: string }) => (
  <>
    <p>Copy this code into the new sheet, under “Take everything over from another sheet”:</p>
    <code class="secret">{code}</code>
    <p class="soft small">Keep it like a password until then: it opens the secrets of this sheet. It works once.</p>
  </>
);

const Ended = ({ ending }: { readonly ending: Ending }) =>
  'code' in ending ? (
    <CodeShown code={ending.code} />
  ) : (
    <Notice kind="info">
      This sheet has ended. Its last emails are still on their way: ask for the code again in{' '}
      {ending.waitSeconds > 60 ? `${Math.ceil(ending.waitSeconds / 60)} minutes` : `${ending.waitSeconds} seconds`}.
    </Notice>
  );

/** The old sheet's side, while it is in use. */
const MoveAway = ({ onEnded }: { readonly onEnded: () => void }) => {
  const end = useMethod<Ending>('moving.end');
  return (
    <details>
      <summary>Move to another sheet</summary>
      <p class="soft">
        Set the new sheet up first, and look there what would come along (“Take everything over from another sheet”).
        Then end this one: it accepts no order and emails nobody any more, and it shows the code that the new sheet asks
        for. Links that customers have and the platform’s address keep working. Until the new sheet begins, you can call
        it off.
      </p>
      <Action
        busy={end.busy}
        onClick={() => {
          void end.run().then((ending) => ending && !('code' in ending) && onEnded());
        }}
      >
        End this sheet and show the code
      </Action>
      {end.value && <Ended ending={end.value} />}
      {end.error && <Failure message={end.error} />}
    </details>
  );
};

/** The last step of the checklist: from one sheet to another. */
export const Moving = ({ onChanged }: { readonly onChanged: () => void }) => (
  <section class="house">
    <h2>Moving house</h2>
    <TakeFrom onDone={onChanged} />
    <MoveAway onEnded={onChanged} />
  </section>
);

const Where = ({ standing }: { readonly standing: Standing }) => {
  const link = standing.sheet && <a href={standing.sheet}>the new sheet</a>;
  if (standing.state === 'done') return <p>This business has moved to {link}. Please work there.</p>;
  if (standing.state === 'claimed')
    return <p>This sheet has ended, and {link} is taking everything over. Go on there: it says what is left to do.</p>;
  return <p>This sheet has ended: no order is accepted, and nobody is emailed. Nothing has moved yet.</p>;
};

/** What set-up shows in a sheet that has ended. */
export const HasEnded = ({ busy, onCallOff }: { readonly busy: boolean; readonly onCallOff: () => void }) => {
  const standing = useLoaded<Standing>('moving.standing');
  const end = useMethod<Ending>('moving.end');
  if (standing.error) return <Failure message={standing.error} />;
  if (!standing.value) return <Loading>Looking how far the move is …</Loading>;
  const { state, isOperator, operator } = standing.value;
  const isWaiting = state === 'open' || state === 'ending' || state === 'called off';
  return (
    <>
      <Notice kind={state === 'done' ? 'good' : 'warning'}>
        <Where standing={standing.value} />
      </Notice>
      {state === 'done' && (
        <p class="soft">
          Keep this file and its web app: links that customers have, and the platform’s address, lead through it to the
          new sheet. Its tabs may be deleted, all but Moved.
        </p>
      )}
      {isWaiting && !isOperator && <p>The operator ({operator}) can go on with the move here, or call it off.</p>}
      {isWaiting && isOperator && (
        <>
          <p class="row">
            <Action primary busy={end.busy} onClick={() => void end.run()}>
              Show the code
            </Action>
            <Action busy={busy} onClick={onCallOff}>
              Call the move off
            </Action>
          </p>
          {end.value && <Ended ending={end.value} />}
          {end.error && <Failure message={end.error} />}
        </>
      )}
    </>
  );
};

/** What set-up shows in a new sheet whose take-over was cut off. */
export const IsTaking = ({
  busy,
  onDone,
  onGiveUp,
}: {
  readonly busy: boolean;
  readonly onDone: () => void;
  readonly onGiveUp: () => void;
}) => {
  const stands = useLoaded<TakingStands>('moving.taking');
  const taking = useTaking(onDone);
  if (stands.error) return <Failure message={stands.error} />;
  if (!stands.value) return <Loading>Looking how far the move is …</Loading>;
  return (
    <>
      <Notice kind="warning">
        <p>
          This sheet is taking <a href={stands.value.sheet}>another one</a> over, and not all of it is here yet. Until
          then no order is accepted in either, and nobody is emailed.
        </p>
      </Notice>
      {!stands.value.isOperator && <p>The operator ({stands.value.operator}) can go on here.</p>}
      {stands.value.isOperator && (
        <p class="row">
          <Action primary busy={taking.busy} onClick={() => void taking.run('moving.goOn')}>
            Go on
          </Action>
          <Action busy={busy} disabled={taking.busy} onClick={onGiveUp}>
            Give up: put this sheet back
          </Action>
        </p>
      )}
      {taking.busy && taking.progress && <Bar progress={taking.progress} />}
      {taking.error && <Failure message={taking.error} />}
    </>
  );
};
