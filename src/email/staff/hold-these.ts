import { WAITING_EMAILS } from '../../core/words';
import { emailCount } from '../../domain/leaving';
import { done, notDone, type Outcome } from '../../rpc/outcome';
import { type OutboxEntry, STALE_AFTER } from '../../workbook/outbox-row';
import { instantText } from '../../workbook/zone-instant';
import { type DueEmailPorts, deliverDue } from '../deliver-due';
import type { EmailPorts } from '../email-ports';
import { rowChange } from '../hold-back';
import { isTypedOver } from '../next-step';
import { heldBy, releasedBy } from '../reasons';
import { changeEmails } from './change-emails';
import type { MenuContext } from './menu-context';

/** Selects emails. */
type Meant = (email: OutboxEntry) => boolean;

/** Whether an email is still waiting to be sent automatically, so that it can be held. */
export const canHold = (email: OutboxEntry): boolean =>
  (email.state === 'queued' || email.state === 'waiting for quota') && !isTypedOver(email);

/** Whether an unsent email is held, or waiting because of a limit for its kind, so that it can be released. */
export const canRelease = (email: OutboxEntry): boolean =>
  (email.state === 'held' || (email.state === 'waiting for quota' && email.reason === 'waits')) && !isTypedOver(email);

/** Holds the selected emails that are waiting, until someone releases them. */
export const holdThese = (ports: EmailPorts, context: MenuContext, isMeant: Meant, person: string): Outcome => {
  const cells = { State: 'held', Error: heldBy(person || 'staff') };
  const held = changeEmails(ports, context, (emails) => {
    const waiting = emails.filter((email) => isMeant(email) && canHold(email));
    return { changes: waiting.map((email) => rowChange(email, cells)), result: waiting.length };
  });
  if ('failed' in held) return notDone(held.failed);
  return held.result > 0
    ? done(`${emailCount(held.result)} held.`)
    : notDone('None of these emails are waiting, so there is nothing to hold.');
};

/** Releases the selected held emails that still apply. If the operator does it, they are sent right away. */
export const releaseThese = (ports: DueEmailPorts, context: MenuContext, isMeant: Meant, person: string): Outcome => {
  const notAfter = instantText(ports.clock, ports.clock.now().getTime() + STALE_AFTER);
  const cells = {
    State: 'queued',
    Error: releasedBy(person || 'staff'),
    'Not Before': '',
    'Not After': notAfter,
  };
  const released = changeEmails(ports, context, (emails) => {
    const held = emails.filter((email) => isMeant(email) && canRelease(email));
    return { changes: held.map((email) => rowChange(email, cells)), result: held.length };
  });
  if ('failed' in released) return notDone(released.failed);
  if (released.result === 0) return notDone('These emails are no longer held.');
  const sent = deliverDue(ports, context.view, context.config);
  const { testModeAddress } = context.config.settings;
  if (testModeAddress)
    return done(
      `${emailCount(released.result)} released. Test mode is on: customers will get theirs when it ends, and copies go to ${testModeAddress}.`,
    );
  return done(
    ports.sends
      ? `${emailCount(released.result)} released, ${sent} sent now. For the rest, see ${WAITING_EMAILS}.`
      : `${emailCount(released.result)} released. The operator's account will send ${released.result === 1 ? 'it' : 'them'} within a few minutes.`,
  );
};
