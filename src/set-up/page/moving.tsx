import { useState } from 'preact/hooks';
import { count } from '../../domain/text/for-people';
import type { Ending, Standing } from '../../moving/end-here';
import type { Look } from '../../moving/look';
import type { Progress as Arrived, TakingStands } from '../../moving/take';
import { Action, Failure, Loading, Notice, useLoaded, useMethod } from '../../ui-kit/parts';
import { Progress } from '../../ui-kit/progress';
import { call } from '../../ui-kit/rpc';

/** Continues, tab by tab, until all of the old sheet is here. */
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
  <Progress label="Tabs moved" done={progress.arrived} total={progress.of}>
    {progress.arrived < progress.of
      ? `Moved ${progress.arrived} of ${count(progress.of, 'tab')}. You can close this and continue later.`
      : 'All tabs are here. Finishing up …'}
  </Progress>
);

const Found = ({ look }: { readonly look: Look }) => (
  <>
    <h3>What will move from “{look.name}”</h3>
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

/** The new sheet's side: a preview first, then the code, then everything. */
const TakeFrom = ({ onDone }: { readonly onDone: () => void }) => {
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const look = useMethod<Look>('moving.look');
  const taking = useTaking(onDone);
  return (
    <details>
      <summary>Move everything here from another sheet</summary>
      <p class="soft">
        Moves your business from the sheet you use now into this new one. You’ll see what will move before anything
        changes. All tabs in this sheet will be replaced.
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
          Preview the move
        </Action>
      </form>
      {look.error && <Failure message={look.error} />}
      {look.value && <Found look={look.value} />}
      {look.value && !look.value.hasEnded && (
        <Notice kind="info">
          <p>
            Next, retire the old sheet: open <a href={look.value.url}>“{look.value.name}”</a>, choose{' '}
            <b>CPS Orders &gt; Set up this sheet &gt; Move to another sheet</b>, and copy the code it shows. Neither
            sheet will accept orders until the move is finished. The platform will resend any orders from that time.
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
            aria-label="Code from the old sheet"
            autocomplete="off"
            spellcheck={false}
            placeholder="Code from the old sheet"
            value={code}
            disabled={taking.busy}
            onInput={({ currentTarget }) => setCode(currentTarget.value)}
          />
          <Action primary busy={taking.busy} disabled={code.trim() === ''}>
            Move everything here
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
    <p>Paste this code in the new sheet, under “Move everything here from another sheet”:</p>
    <code class="secret">{code}</code>
    <p class="soft small">Treat it like a password until then: it unlocks this sheet’s secrets. It works once.</p>
  </>
);

const Ended = ({ ending }: { readonly ending: Ending }) =>
  'code' in ending ? (
    <CodeShown code={ending.code} />
  ) : (
    <Notice kind="info">
      This sheet is retired. Its last emails are still on their way, so ask for the code again in{' '}
      {ending.waitSeconds > 60
        ? count(Math.ceil(ending.waitSeconds / 60), 'minute')
        : count(ending.waitSeconds, 'second')}
      .
    </Notice>
  );

/** The old sheet's side, while it is in use. */
const MoveAway = ({ onEnded }: { readonly onEnded: () => void }) => {
  const end = useMethod<Ending>('moving.end');
  return (
    <details>
      <summary>Move to another sheet</summary>
      <p class="soft">
        First set up the new sheet and preview the move there (“Move everything here from another sheet”). Then retire
        this one: it’ll stop accepting orders and sending emails, and show the code that the new sheet asks for.
        Customers’ links and the platform’s address will keep working. You can cancel until the new sheet starts the
        move.
      </p>
      <Action
        busy={end.busy}
        onClick={() => {
          void end.run().then((ending) => ending && !('code' in ending) && onEnded());
        }}
      >
        Retire this sheet and show the code
      </Action>
      {end.value && <Ended ending={end.value} />}
      {end.error && <Failure message={end.error} />}
    </details>
  );
};

/** The last step of the checklist: from one sheet to another. */
export const Moving = ({ onChanged }: { readonly onChanged: () => void }) => (
  <section class="house">
    <h2>Moving to another sheet</h2>
    <TakeFrom onDone={onChanged} />
    <MoveAway onEnded={onChanged} />
  </section>
);

const Where = ({ standing }: { readonly standing: Standing }) => {
  const link = standing.sheet && <a href={standing.sheet}>the new sheet</a>;
  if (standing.state === 'done') return <p>This business has moved to {link}. Please work there.</p>;
  if (standing.state === 'claimed')
    return <p>This sheet is retired, and everything is moving to {link}. Continue there to finish.</p>;
  return <p>This sheet is retired and doesn’t accept orders or send emails. Nothing has moved yet.</p>;
};

/** What set-up shows in a retired sheet. */
export const HasEnded = ({ busy, onCallOff }: { readonly busy: boolean; readonly onCallOff: () => void }) => {
  const standing = useLoaded<Standing>('moving.standing');
  const end = useMethod<Ending>('moving.end');
  if (standing.error) return <Failure message={standing.error} />;
  if (!standing.value) return <Loading>Checking the move …</Loading>;
  const { state, isOperator, operator } = standing.value;
  const isWaiting = state === 'open' || state === 'ending' || state === 'called off';
  return (
    <>
      <Notice kind={state === 'done' ? 'good' : 'warning'}>
        <Where standing={standing.value} />
      </Notice>
      {state === 'done' && (
        <p class="soft">
          Keep this file and its web app: customers’ links and the platform’s requests go through it to the new sheet.
          You can delete every tab except Moved.
        </p>
      )}
      {isWaiting && !isOperator && <p>The operator ({operator}) can continue or cancel the move here.</p>}
      {isWaiting && isOperator && (
        <>
          <p class="row">
            <Action primary busy={end.busy} onClick={() => void end.run()}>
              Show the code
            </Action>
            <Action busy={busy} onClick={onCallOff}>
              Cancel the move
            </Action>
          </p>
          {end.value && <Ended ending={end.value} />}
          {end.error && <Failure message={end.error} />}
        </>
      )}
    </>
  );
};

/** What set-up shows in a new sheet whose move was interrupted. */
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
  if (!stands.value) return <Loading>Checking the move …</Loading>;
  return (
    <>
      <Notice kind="warning">
        <p>
          Everything is moving here from <a href={stands.value.sheet}>the old sheet</a>, and some of it hasn’t arrived
          yet. Until the move is finished, neither sheet accepts orders or sends emails.
        </p>
      </Notice>
      {!stands.value.isOperator && <p>The operator ({stands.value.operator}) can continue the move here.</p>}
      {stands.value.isOperator && (
        <p class="row">
          <Action primary busy={taking.busy} onClick={() => void taking.run('moving.goOn')}>
            Continue
          </Action>
          <Action busy={busy} disabled={taking.busy} onClick={onGiveUp}>
            Cancel the move
          </Action>
        </p>
      )}
      {taking.busy && taking.progress && <Bar progress={taking.progress} />}
      {taking.error && <Failure message={taking.error} />}
    </>
  );
};
