import { useActing } from '../../../ui-kit/acting';
import { Close } from '../../../ui-kit/close';
import { MailChoices } from '../../../ui-kit/mail-choices';
import { Action, Empty, Failure, Footer, Loading, Notice, show, useLoaded } from '../../../ui-kit/parts';
import { count } from '../../../ui-kit/words';
import type { WaitingMail as Waiting } from '../waiting-mails';
import type { WhatWaits as Waits } from '../what-waits';

/** The states as people call them, the urgent first. */
const GROUPS = [
  ['unsure', 'Nobody knows whether they left'],
  ['failed', 'Could not be sent'],
  ['held', 'Held'],
  ['waiting for quota', 'Waiting for the next day’s mails'],
  ['queued', 'Waiting to leave'],
  ['claimed', 'Leaving now'],
  ['handing over', 'Being handed to Google'],
] as const;

const Quota = ({ remaining, remainingAsOf, reserve, renewal, testAddress, sends }: Waits) => (
  <>
    <p>
      {remaining === null
        ? 'How many mails can still leave today is known after the next 5-minute check.'
        : `${sends ? 'Your' : 'The operator’s'} account may send ${count(remaining, 'more mail')} today${remainingAsOf ? ` (as of ${remainingAsOf})` : ''}; ${reserve} of them are kept for alerts.`}
      {renewal && ` A new day begins at ${renewal}.`}
    </p>
    {testAddress && (
      <Notice kind="warning">Test mode: every mail goes to {testAddress}. Customers get theirs when it ends.</Notice>
    )}
    {!sends && <p class="soft small">What you decide here leaves from the operator’s account within some minutes.</p>}
  </>
);

const Line = ({
  mail,
  busy,
  onAct,
}: {
  readonly mail: Waiting;
  readonly busy: boolean;
  readonly onAct: (method: string, ...args: readonly unknown[]) => void;
}) => (
  <li>
    <b>{mail.title}</b> for {mail.number || 'nobody’s order'} to {mail.to}
    <div class="soft small">Waits {mail.until}.</div>
    {mail.why && <div class="small">Noted: {mail.why}</div>}
    <MailChoices
      about={`${mail.title} for ${mail.number}`}
      choices={mail.choices}
      busy={busy}
      onHold={() => onAct('mails.hold', [mail.key])}
      onRelease={() => onAct('mails.release', [mail.key])}
      onSettle={(how) => onAct('mails.settle', mail.key, how)}
    />
  </li>
);

const WhatWaits = () => {
  const waits = useLoaded<Waits>('mails.waiting');
  const acting = useActing(() => waits.run());
  const { value } = waits;
  const held = value?.mails.filter(({ state }) => state === 'held') ?? [];
  const isBusy = acting.busy !== '' || waits.busy;
  return (
    <>
      <h1>What waits</h1>
      {waits.error && <Failure message={waits.error} retry={() => void waits.run()} />}
      {!value && !waits.error && <Loading>Looking at the mails …</Loading>}
      {value && (
        <>
          <Quota {...value} />
          {acting.outcome && <Notice kind={acting.outcome.isDone ? 'good' : 'error'}>{acting.outcome.text}</Notice>}
          {value.mails.length === 0 && <Empty>No mail is waiting.</Empty>}
          {GROUPS.map(([state, title]) => {
            const mails = value.mails.filter((mail) => mail.state === state);
            const all = value.counts[state] ?? 0;
            if (mails.length === 0) return null;
            return (
              <section key={state}>
                <h2>
                  {title} <span class="soft">{all.toLocaleString('en-US')}</span>
                </h2>
                {state === 'held' && held.length > 1 && (
                  <Action
                    disabled={isBusy}
                    onClick={() =>
                      void acting.act(
                        'all',
                        'mails.release',
                        held.map(({ key }) => key),
                      )
                    }
                  >
                    Release {count(held.length, 'mail')}
                  </Action>
                )}
                <ul class="plain waits">
                  {mails.map((mail) => (
                    <Line
                      key={mail.key}
                      mail={mail}
                      busy={isBusy}
                      onAct={(method, ...args) => void acting.act(mail.key, method, ...args)}
                    />
                  ))}
                </ul>
                {all > mails.length && <p class="soft small">And {all - mails.length} more: the Outbox tab has all.</p>}
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
