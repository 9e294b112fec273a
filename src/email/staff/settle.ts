import { entryOf } from '../../ledger/lookup';
import { done, notDone, type Outcome } from '../../rpc/outcome';
import { isAlert, isTest, type OutboxEntry } from '../../workbook/outbox-row';
import { rowChange } from '../hold-back';
import type { MailPorts } from '../mail-ports';
import { changeMails } from './change-mails';
import type { MenuContext } from './menu-context';
import { sendUnsureAgain } from './send-asked';

const MEANWHILE = 'Somebody has settled this mail meanwhile. Nothing was changed.';

/** A mail that is still unsure, by its key. */
const stillUnsure = (mails: readonly OutboxEntry[], key: string): OutboxEntry | undefined =>
  mails.find((mail) => mail.key === key && mail.state === 'unsure');

/** A person has found an unsure mail in the Sent folder: it counts as sent. */
export const settleAsSent = (ports: MailPorts, context: MenuContext, key: string, person: string): Outcome => {
  const cells = { State: 'sent', Error: `Found in the Sent folder by ${person || 'staff'}.` };
  return changeUnsure(ports, context, key, cells, 'Marked as sent.');
};

/** Writes cells of a mail that is still unsure. */
const changeUnsure = (
  ports: MailPorts,
  context: MenuContext,
  key: string,
  cells: Readonly<Record<string, string>>,
  told: string,
): Outcome => {
  const settled = changeMails(ports, context, (mails) => {
    const mail = stillUnsure(mails, key);
    return { changes: mail ? [rowChange(mail, cells)] : [], result: mail !== undefined };
  });
  if ('failed' in settled) return notDone(settled.failed);
  return settled.result ? done(told) : notDone(MEANWHILE);
};

/** A person has not found it: it is sent once more, under a version of its own. */
export const settleBySending = (ports: MailPorts, context: MenuContext, mail: OutboxEntry, person: string): Outcome => {
  if (isAlert(mail)) return giveUp(ports, context, mail.key, person);
  const entry = entryOf(ports.ledger.find(context.view, 'Order ID', mail.orderId));
  if (!entry || !mail.kind) return notDone('This mail belongs to no order any more. Nothing was sent.');
  const asked = { entry, kind: mail.kind, to: mail.to, person };
  return sendUnsureAgain(ports, context, asked, isTest(mail.version), (mails, version) => {
    const row = stillUnsure(mails, mail.key);
    const cells = { State: 'cancelled', Error: `Nobody knows whether it left. Sent again as ${version}.` };
    return row ? [rowChange(row, cells)] : 'Somebody has settled this mail meanwhile. Nothing was sent.';
  });
};

/** An alert belongs to no order and is not sent again. */
const giveUp = (ports: MailPorts, context: MenuContext, key: string, person: string): Outcome => {
  const cells = { State: 'cancelled', Error: `Not found in the Sent folder by ${person || 'staff'}.` };
  return changeUnsure(
    ports,
    context,
    key,
    cells,
    'Settled. An alert is not sent again: what it tells stands in the sheet.',
  );
};
