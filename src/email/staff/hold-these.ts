import { mailCount } from '../../domain/leaving';
import { done, notDone, type Outcome } from '../../rpc/outcome';
import { type OutboxEntry, STALE_AFTER } from '../../workbook/outbox-row';
import { instantText } from '../../workbook/zone-instant';
import { type DueMailPorts, deliverDue } from '../deliver-due';
import { rowChange } from '../hold-back';
import type { MailPorts } from '../mail-ports';
import { isTypedOver } from '../next-step';
import { heldBy, releasedBy } from '../reasons';
import { changeMails } from './change-mails';
import type { MenuContext } from './menu-context';

/** Which mails are meant. */
type Meant = (mail: OutboxEntry) => boolean;

/** Whether a mail has not left and leaves by itself: it can be held. */
export const canHold = (mail: OutboxEntry): boolean =>
  (mail.state === 'queued' || mail.state === 'waiting for quota') && !isTypedOver(mail);

/** Whether a mail is held, or waits for a ceiling of its kind, and has not left: it can be released. */
export const canRelease = (mail: OutboxEntry): boolean =>
  (mail.state === 'held' || (mail.state === 'waiting for quota' && mail.reason === 'waits')) && !isTypedOver(mail);

/** Holds those of the meant mails that wait: they stay until somebody releases them. */
export const holdThese = (ports: MailPorts, context: MenuContext, isMeant: Meant, person: string): Outcome => {
  const cells = { State: 'held', Error: heldBy(person || 'staff') };
  const held = changeMails(ports, context, (mails) => {
    const waiting = mails.filter((mail) => isMeant(mail) && canHold(mail));
    return { changes: waiting.map((mail) => rowChange(mail, cells)), result: waiting.length };
  });
  if ('failed' in held) return notDone(held.failed);
  return held.result > 0
    ? done(`${mailCount(held.result)} held.`)
    : notDone('None of these mails is waiting: there is nothing to hold.');
};

/** Lets those of the meant mails go that are held, as far as they are still true; the operator's leave at once. */
export const releaseThese = (ports: DueMailPorts, context: MenuContext, isMeant: Meant, person: string): Outcome => {
  const notAfter = instantText(ports.clock, ports.clock.now().getTime() + STALE_AFTER);
  const cells = {
    State: 'queued',
    Error: releasedBy(person || 'staff'),
    'Not Before': '',
    'Not After': notAfter,
  };
  const released = changeMails(ports, context, (mails) => {
    const held = mails.filter((mail) => isMeant(mail) && canRelease(mail));
    return { changes: held.map((mail) => rowChange(mail, cells)), result: held.length };
  });
  if ('failed' in released) return notDone(released.failed);
  if (released.result === 0) return notDone('None of these mails is held any more.');
  const sent = deliverDue(ports, context.view, context.config);
  const { testModeAddress } = context.config.settings;
  if (testModeAddress)
    return done(
      `${mailCount(released.result)} released. Test mode is on: customers get theirs when it ends, and copies go to ${testModeAddress}.`,
    );
  return done(
    ports.sends
      ? `${mailCount(released.result)} released, ${sent} sent now. CPS Orders > Emails > What waits shows the rest.`
      : `${mailCount(released.result)} released: they leave from the operator's account within some minutes.`,
  );
};
