import { Action, Notice } from '../../ui-kit/parts';
import { count } from '../../ui-kit/words';
import type { LostLedger } from '../lost-ledger';

/** What to do first where the Ledger is gone: restore it from a backup, where there is more of the orders than in their rows. */
export const Lost = ({
  lost: { backup },
  report,
  busy,
  onRestore,
}: {
  readonly lost: LostLedger;
  readonly report: readonly string[];
  readonly busy: boolean;
  readonly onRestore: () => void;
}) => (
  <>
    <Notice kind="warning">
      {report.slice(-1).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {backup && (
        <p>
          Rows keep the statuses they show now. Restoring brings back the prices charged, events, dates and which emails
          were sent. No emails go out.
        </p>
      )}
    </Notice>
    {backup && (
      <p class="row">
        <Action primary busy={busy} onClick={onRestore}>
          Restore {count(backup.orders, 'order')} from the backup of {backup.name}
        </Action>
      </p>
    )}
    {report.length > 1 && (
      <details>
        <summary>Other changes</summary>
        <ul>
          {report.slice(0, -1).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    )}
  </>
);
