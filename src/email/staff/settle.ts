import { entryOf } from '../../ledger/lookup';
import { done, notDone, type Outcome } from '../../rpc/outcome';
import { isAlert, isTest, type OutboxEntry } from '../../workbook/outbox-row';
import type { EmailPorts } from '../email-ports';
import { rowChange } from '../hold-back';
import { changeEmails } from './change-emails';
import type { MenuContext } from './menu-context';
import { sendUnsureAgain } from './send-asked';

const MEANWHILE = 'Someone else has already resolved this email. Nothing was changed.';

/** An email that is still unsure, by its key. */
const stillUnsure = (emails: readonly OutboxEntry[], key: string): OutboxEntry | undefined =>
  emails.find((email) => email.key === key && email.state === 'unsure');

/** Staff found an uncertain email in the Sent folder: it's marked as sent. */
export const settleAsSent = (ports: EmailPorts, context: MenuContext, key: string, person: string): Outcome => {
  const cells = { State: 'sent', Error: `Found in the Sent folder by ${person || 'staff'}.` };
  return changeUnsure(ports, context, key, cells, 'Marked as sent.');
};

/** Writes cells of an email that is still unsure. */
const changeUnsure = (
  ports: EmailPorts,
  context: MenuContext,
  key: string,
  cells: Readonly<Record<string, string>>,
  told: string,
): Outcome => {
  const settled = changeEmails(ports, context, (emails) => {
    const email = stillUnsure(emails, key);
    return { changes: email ? [rowChange(email, cells)] : [], result: email !== undefined };
  });
  if ('failed' in settled) return notDone(settled.failed);
  return settled.result ? done(told) : notDone(MEANWHILE);
};

/** Staff didn't find it: it's sent again, under a version of its own. */
export const settleBySending = (
  ports: EmailPorts,
  context: MenuContext,
  email: OutboxEntry,
  person: string,
): Outcome => {
  if (isAlert(email)) return giveUp(ports, context, email.key, person);
  const entry = entryOf(ports.ledger.find(context.view, 'Order ID', email.orderId));
  if (!entry || !email.kind) return notDone('The order this email is about no longer exists. Nothing was sent.');
  const asked = { entry, kind: email.kind, to: email.to, person };
  return sendUnsureAgain(ports, context, asked, isTest(email.version), (emails, version) => {
    const row = stillUnsure(emails, email.key);
    const cells = { State: 'cancelled', Error: `It may or may not have been sent. Resent as ${version}.` };
    return row ? [rowChange(row, cells)] : 'Someone else has already resolved this email. Nothing was sent.';
  });
};

/** An alert belongs to no order and is not sent again. */
const giveUp = (ports: EmailPorts, context: MenuContext, key: string, person: string): Outcome => {
  const cells = { State: 'cancelled', Error: `Not found in the Sent folder by ${person || 'staff'}.` };
  return changeUnsure(
    ports,
    context,
    key,
    cells,
    "Resolved. Alerts aren't sent again; the sheet shows what they were about.",
  );
};
