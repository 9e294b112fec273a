import { Action, Notice } from '../../ui-kit/parts';

/** What a copy of the spreadsheet is for: nothing happens in it until somebody says. */
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
        <p>This is a practice sheet. Its tabs are kept up; it takes no orders in and emails nobody.</p>
      ) : (
        <p>This is a copy of the live sheet. Nothing was changed: it takes no orders in and emails nobody.</p>
      )}
    </Notice>
    {!isPractice && (
      <>
        <h2>To practise in</h2>
        <p>Tabs and formats are repaired when needed. Menu actions change nothing, and nothing leaves this copy.</p>
        <Action primary busy={busy} onClick={() => onChoose('practice')}>
          Make it a practice sheet
        </Action>
      </>
    )}
    <h2>Instead of the original</h2>
    <p>
      Only when the original is lost or given up: this copy then sends the emails, and needs a web app of its own.
      Emails that wait in its Outbox are held, since the original may have sent them.
    </p>
    <Action busy={busy} onClick={() => onChoose('live')}>
      Make it the live sheet
    </Action>
  </section>
);
