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
    <Step number={2} title="Web-app address" done={isDone}>
      <p class="soft">
        In the script editor: Deploy &gt; New deployment &gt; Web app, execute as me, access for anyone. Paste its
        address here; it is checked by a call to itself.
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
          aria-label="Web-app address"
          type="url"
          placeholder="https://script.google.com/macros/s/…/exec"
          value={url}
          onInput={({ currentTarget }) => setUrl(currentTarget.value)}
        />
        <Action busy={check.busy} disabled={url.trim() === ''} onClick={() => void run()}>
          Check and keep
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

/** A test order through the real address, taken out again. */
export const TestOrderStep = ({ ready, person }: { readonly ready: boolean; readonly person: string }) => {
  const test = useMethod<Tested>('setUp.testOrder');
  const isGood = test.value?.ok === true && test.value.arrived && test.value.removed;
  return (
    <Step number={4} title="A test order" done={isGood}>
      <p class="soft">
        Comes in through the web app as a real one, is looked for in the Orders tab, and is taken out again. Its receipt
        goes to {person}.
      </p>
      <Action busy={test.busy} disabled={!ready} onClick={() => void test.run()}>
        Send a test order
      </Action>
      {!ready && <p class="soft small">The web-app address comes first.</p>}
      {test.value && !test.value.ok && <Notice kind="error">{errorText(test.value)}</Notice>}
      {test.value?.ok && (
        <Notice kind={isGood ? 'good' : 'error'}>
          <p>The web app accepted the test order as {test.value.number}.</p>
          <p>
            {test.value.arrived
              ? 'It arrived in the Orders tab.'
              : 'It did not arrive in the Orders tab of this spreadsheet.'}
          </p>
          <p>Its receipt goes to {person}: please look into your mailbox.</p>
          <p>
            {test.value.removed
              ? `It has been taken out again; the number ${test.value.number} stays used.`
              : `It could not be taken out again: please cancel ${test.value.number} yourself.`}
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
        The platform needs the web-app address and this secret to sign its posts. Keep it like a password; it is written
        in no cell.
      </p>
      {secret.value ? (
        <code class="secret">{secret.value}</code>
      ) : (
        <Action busy={secret.busy} onClick={() => void secret.run()}>
          Show the secret
        </Action>
      )}
      {secret.error && <Failure message={secret.error} />}
    </Step>
  );
};
