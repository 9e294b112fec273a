import { entryOf } from '../../ledger/lookup';
import { done, notDone, type Outcome } from '../../rpc/outcome';
import { isAlert, isTest, type OutboxEntry } from '../../workbook/outbox-row';
import type { EmailPorts } from '../email-ports';
import { rowChange } from '../hold-back';
import { changeEmails } from './change-emails';
import type { MenuContext } from './menu-context';
import { sendUnsureAgain } from './send-asked';

const MEANWHILE = 'Somebody has settled this email meanwhile. Nothing was changed.';

/** An email that is still unsure, by its key. */
const stillUnsure = (emails: readonly OutboxEntry[], key: string): OutboxEntry | undefined =>
  emails.find((email) => email.key === key && email.state === 'unsure');

/** A person has found an unsure email in the Sent folder: it counts as sent. */
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

/** A person has not found it: it is sent once more, under a version of its own. */
export const settleBySending = (
  ports: EmailPorts,
  context: MenuContext,
  email: OutboxEntry,
  person: string,
): Outcome => {
  if (isAlert(email)) return giveUp(ports, context, email.key, person);
  const entry = entryOf(ports.ledger.find(context.view, 'Order ID', email.orderId));
  if (!entry || !email.kind) return notDone('This email belongs to no order any more. Nothing was sent.');
  const asked = { entry, kind: email.kind, to: email.to, person };
  return sendUnsureAgain(ports, context, asked, isTest(email.version), (emails, version) => {
    const row = stillUnsure(emails, email.key);
    const cells = { State: 'cancelled', Error: `Nobody knows whether it left. Sent again as ${version}.` };
    return row ? [rowChange(row, cells)] : 'Somebody has settled this email meanwhile. Nothing was sent.';
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
    'Settled. An alert is not sent again: what it tells stands in the sheet.',
  );
};
