import { entryOf } from '../../ledger/lookup';
import { done, notDone, type Told } from '../../rpc/outcome';
import { isAlert, isTest, type OutboxEntry } from '../../workbook/outbox-row';
import type { MailPorts } from '../mail-ports';
import { rowChange } from '../set-aside';
import { changeMails } from './change-mails';
import type { Setting } from './chosen';
import { sendUnsureAgain } from './send-asked';

const MEANWHILE = 'Somebody has settled this mail meanwhile. Nothing was changed.';

/** A mail that is still unsure, by its key. */
const stillUnsure = (mails: readonly OutboxEntry[], key: string): OutboxEntry | undefined =>
  mails.find((mail) => mail.key === key && mail.state === 'unsure');

/** A person has found an unsure mail in the Sent folder: it counts as sent. */
export const settleAsSent = (ports: MailPorts, setting: Setting, key: string, person: string): Told => {
  const cells = { State: 'sent', Error: `Found in the Sent folder by ${person || 'staff'}.` };
  return changeUnsure(ports, setting, key, cells, 'Marked as sent.');
};

/** Writes cells of a mail that is still unsure. */
const changeUnsure = (
  ports: MailPorts,
  setting: Setting,
  key: string,
  cells: Readonly<Record<string, string>>,
  told: string,
): Told => {
  const settled = changeMails(ports, setting, (mails) => {
    const mail = stillUnsure(mails, key);
    return { changes: mail ? [rowChange(mail, cells)] : [], result: mail !== undefined };
  });
  if ('failed' in settled) return notDone(settled.failed);
  return settled.result ? done(told) : notDone(MEANWHILE);
};

/** A person has not found it: it is sent once more, under a version of its own. */
export const settleBySending = (ports: MailPorts, setting: Setting, mail: OutboxEntry, person: string): Told => {
  if (isAlert(mail)) return giveUp(ports, setting, mail.key, person);
  const entry = entryOf(ports.ledger.find(setting.view, 'Order ID', mail.orderId));
  if (!entry || !mail.kind) return notDone('This mail belongs to no order any more. Nothing was sent.');
  const asked = { entry, kind: mail.kind, to: mail.to, person };
  return sendUnsureAgain(ports, setting, asked, isTest(mail.version), (mails, version) => {
    const row = stillUnsure(mails, mail.key);
    const cells = { State: 'cancelled', Error: `Nobody knows whether it left. Sent again as ${version}.` };
    return row ? [rowChange(row, cells)] : 'Somebody has settled this mail meanwhile. Nothing was sent.';
  });
};

/** An alert belongs to no order and is not sent again. */
const giveUp = (ports: MailPorts, setting: Setting, key: string, person: string): Told => {
  const cells = { State: 'cancelled', Error: `Not found in the Sent folder by ${person || 'staff'}.` };
  return changeUnsure(
    ports,
    setting,
    key,
    cells,
    'Settled. An alert is not sent again: what it tells stands in the sheet.',
  );
};
