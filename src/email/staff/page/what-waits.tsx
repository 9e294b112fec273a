import { numberText } from '../../../domain/text/for-people';
import { useActing } from '../../../ui-kit/acting';
import { Close } from '../../../ui-kit/close';
import { EmailChoices } from '../../../ui-kit/email-choices';
import { Action, Empty, Failure, Footer, Loading, Notice, show, useLoaded } from '../../../ui-kit/parts';
import { count } from '../../../ui-kit/words';
import type { WaitingEmail as Waiting } from '../waiting-emails';
import type { WhatWaits as Waits } from '../what-waits';

/** A heading for each state, most urgent first. */
const GROUPS = [
  ['unsure', 'May or may not have been sent'],
  ['failed', "Couldn't be sent"],
  ['held', 'Held'],
  ['waiting for quota', 'Waiting because of a limit'],
  ['queued', 'Waiting to be sent'],
  ['claimed', 'Being sent'],
  ['handing over', 'Being handed to Google'],
] as const;

const Quota = ({ remaining, remainingAsOf, reserve, renewal, testAddress, sends }: Waits) => (
  <>
    <p>
      {remaining === null
        ? 'You’ll see how many emails can still be sent today after the next 5-minute check.'
        : `${sends ? 'Your' : 'The operator’s'} account has ${count(remaining, 'email')} left today (${reserve} reserved for alerts)${remainingAsOf ? `, as of ${remainingAsOf}` : ''}.`}
      {renewal && ` The limit resets ${renewal}.`}
    </p>
    {testAddress && (
      <Notice kind="warning">
        Test mode: copies go to {testAddress}. Customers will get their emails when it ends.
      </Notice>
    )}
    {!sends && <p class="soft small">The operator’s account sends what you release here within a few minutes.</p>}
  </>
);

const Line = ({
  email,
  busy,
  onAct,
}: {
  readonly email: Waiting;
  readonly busy: boolean;
  readonly onAct: (method: string, ...args: readonly unknown[]) => void;
}) => (
  <li>
    <b>{email.title}</b> for {email.number || 'no order'} to {email.to}
    <div class="soft small">{email.until}</div>
    {email.why && <div class="small">{email.why}</div>}
    <EmailChoices
      about={`${email.title} for ${email.number}`}
      choices={email.choices}
      busy={busy}
      onHold={() => onAct('emails.hold', [email.key])}
      onRelease={() => onAct('emails.release', [email.key])}
      onSettle={(how) => onAct('emails.settle', email.key, how)}
    />
  </li>
);

const WhatWaits = () => {
  const waits = useLoaded<Waits>('emails.waiting');
  const acting = useActing(() => waits.run());
  const { value } = waits;
  const held = value?.emails.filter(({ state }) => state === 'held') ?? [];
  const isBusy = acting.busy !== '' || waits.busy;
  return (
    <>
      <h1>Waiting emails</h1>
      {waits.error && <Failure message={waits.error} retry={() => void waits.run()} />}
      {!value && !waits.error && <Loading>Loading emails …</Loading>}
      {value && (
        <>
          <Quota {...value} />
          {acting.outcome && <Notice kind={acting.outcome.isDone ? 'good' : 'error'}>{acting.outcome.text}</Notice>}
          {value.emails.length === 0 && <Empty>No emails are waiting.</Empty>}
          {GROUPS.map(([state, title]) => {
            const emails = value.emails.filter((email) => email.state === state);
            const all = value.counts[state] ?? 0;
            if (emails.length === 0) return null;
            return (
              <section key={state}>
                <h2>
                  {title} <span class="soft">{numberText(all)}</span>
                </h2>
                {state === 'held' && held.length > 1 && (
                  <Action
                    disabled={isBusy}
                    onClick={() =>
                      void acting.act(
                        'all',
                        'emails.release',
                        held.map(({ key }) => key),
                      )
                    }
                  >
                    Release {count(held.length, 'email')}
                  </Action>
                )}
                <ul class="plain waits">
                  {emails.map((email) => (
                    <Line
                      key={email.key}
                      email={email}
                      busy={isBusy}
                      onAct={(method, ...args) => void acting.act(email.key, method, ...args)}
                    />
                  ))}
                </ul>
                {all > emails.length && (
                  <p class="soft small">And {all - emails.length} more. See the Outbox tab for all of them.</p>
                )}
              </section>
            );
          })}
        </>
      )}
      <Footer>
        <Action busy={waits.busy} onClick={() => void waits.run()}>
          Refresh
        </Action>
        <Close />
      </Footer>
    </>
  );
};

show(<WhatWaits />);
