import { Action, Notice } from '../../ui-kit/parts';

/** What a copy of the spreadsheet is for: nothing happens in it until someone says. */
export const Copy = ({
  isPractice,
  busy,
  onChoose,
}: {
  readonly isPractice: boolean;
  readonly busy: boolean;
  readonly onChoose: (choice: 'practice' | 'live') => void;
}) => (
  <section>
    <Notice kind={isPractice ? 'info' : 'warning'}>
      {isPractice ? (
        <p>This is a practice sheet. Its tabs are kept up to date, but it doesn’t accept orders or send email.</p>
      ) : (
        <p>This is a copy of the live sheet. Nothing was changed. It doesn’t accept orders or send email.</p>
      )}
    </Notice>
    {!isPractice && (
      <>
        <h2>Practice with it</h2>
        <p>
          Tabs and formats are repaired when needed. Menu actions don’t change anything, and nothing is sent from this
          copy.
        </p>
        <Action primary busy={busy} onClick={() => onChoose('practice')}>
          Make this a practice sheet
        </Action>
      </>
    )}
    <h2>Replace the original</h2>
    <p>
      Do this only if the original is lost or no longer used. This copy then sends the emails and needs its own web app.
      Emails waiting in its Outbox are held, because the original may have sent them already.
    </p>
    <Action busy={busy} onClick={() => onChoose('live')}>
      Make this the live sheet
    </Action>
  </section>
);
