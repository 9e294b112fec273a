import { useState } from 'preact/hooks';
import { Action, Failure, Notice, useMethod } from '../../ui-kit/parts';
import { Step } from './step';
import { type CheckError, errorText, versionText } from './words';

type Checked = { readonly ok: true; readonly running: string } | ({ readonly ok: false } & CheckError);

type Tested =
  | { readonly ok: true; readonly number: string; readonly arrived: boolean; readonly removed: boolean }
  | ({ readonly ok: false } & CheckError);

/** The web-app address: pasted once, checked by a call to itself. */
export const WebAppStep = ({
  address,
  version,
  onSaved,
}: {
  readonly address: string;
  readonly version: string;
  readonly onSaved: () => void;
}) => {
  const [url, setUrl] = useState(address);
  const check = useMethod<Checked>('setUp.webApp');
  const isDone = address !== '' || check.value?.ok === true;
  const run = async () => {
    if ((await check.run(url))?.ok) onSaved();
  };
  return (
    <Step number={2} title="Web app address" done={isDone}>
      <p class="soft">
        In the script editor, choose Deploy &gt; New deployment &gt; Web app. Execute as “Me” and give access to
        “Anyone”. Paste the web app’s URL here, and we’ll test it for you.
      </p>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <input
          class="grow"
          aria-label="Web app address"
          type="url"
          placeholder="https://script.google.com/macros/s/…/exec"
          value={url}
          onInput={({ currentTarget }) => setUrl(currentTarget.value)}
        />
        <Action busy={check.busy} disabled={url.trim() === ''} onClick={() => void run()}>
          Test and save
        </Action>
      </form>
      {check.value && (
        <Notice kind={check.value.ok ? 'good' : 'error'}>
          {check.value.ok ? versionText(check.value.running, version) : errorText(check.value)}
        </Notice>
      )}
      {check.error && <Failure message={check.error} />}
    </Step>
  );
};

/** A test order through the real address, removed again. */
export const TestOrderStep = ({ ready, person }: { readonly ready: boolean; readonly person: string }) => {
  const test = useMethod<Tested>('setUp.testOrder');
  const isGood = test.value?.ok === true && test.value.arrived && test.value.removed;
  return (
    <Step number={4} title="A test order" done={isGood}>
      <p class="soft">
        Sends a test order through the web app, checks that it arrives, then removes it. The receipt goes to {person}.
      </p>
      <Action busy={test.busy} disabled={!ready} onClick={() => void test.run()}>
        Send a test order
      </Action>
      {!ready && <p class="soft small">Enter the web app address first.</p>}
      {test.value && !test.value.ok && <Notice kind="error">{errorText(test.value)}</Notice>}
      {test.value?.ok && (
        <Notice kind={isGood ? 'good' : 'error'}>
          <p>The web app accepted the test order as {test.value.number}.</p>
          <p>
            {test.value.arrived
              ? 'It arrived in the Orders tab.'
              : 'It didn’t arrive in this spreadsheet’s Orders tab.'}
          </p>
          <p>The receipt goes to {person}. Please check your inbox.</p>
          <p>
            {test.value.removed
              ? `It has been removed. The number ${test.value.number} won’t be reused.`
              : `It couldn’t be removed. Please cancel ${test.value.number} yourself.`}
          </p>
        </Notice>
      )}
      {test.error && <Failure message={test.error} />}
    </Step>
  );
};

/** The secret that the ordering platform signs with: shown on request, to the operator only. */
export const SecretStep = () => {
  const secret = useMethod<string>('setUp.secret');
  return (
    <Step number={5} title="The ordering platform" done={false}>
      <p class="soft">
        The ordering platform needs the web app address and this secret to sign its requests. Treat it like a password;
        it isn’t stored in any cell.
      </p>
      {secret.value ? (
        <code class="secret">{secret.value}</code>
      ) : (
        <Action busy={secret.busy} onClick={() => void secret.run()}>
          Show secret
        </Action>
      )}
      {secret.error && <Failure message={secret.error} />}
    </Step>
  );
};
