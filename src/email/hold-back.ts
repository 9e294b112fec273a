import type { Change } from '../workbook/changes';
import { serialOf } from '../workbook/date-serial';
import type { Cell } from '../workbook/layout';
import {
  emailKey,
  LEASE,
  type NewEmail,
  type OutboxEntry,
  outboxRow,
  STALE_AFTER,
  testCopyOf,
} from '../workbook/outbox-row';
import { instantText } from '../workbook/zone-instant';
import type { EmailPorts } from './email-ports';
import type { HeldBack } from './send-gate';

/** Cells of an email's row as a change. */
export const rowChange = (email: OutboxEntry, cells: Readonly<Record<string, Cell>>): Change => ({
  change: 'update',
  tab: 'outbox',
  at: email.at,
  was: { Key: email.key },
  row: cells,
});

/** A new Outbox row that repeats an email under a version of its own. */
export const againChange = (
  { clock }: Pick<EmailPorts, 'clock'>,
  email: Pick<NewEmail, 'orderId' | 'orderNumber' | 'kind'>,
  version: string,
  to: string,
  claimed: boolean,
): Change => {
  const now = clock.now().getTime();
  const at = (time: number) => instantText(clock, time);
  const row = outboxRow({
    orderId: email.orderId,
    orderNumber: email.orderNumber,
    kind: email.kind,
    version,
    to,
    state: claimed ? 'claimed' : 'queued',
    leaseUntil: claimed ? at(now + LEASE) : '',
    notBefore: '',
    notAfter: at(now + STALE_AFTER),
    createdAt: serialOf(clock.local(new Date(now))),
  });
  return { change: 'append', tab: 'outbox', row };
};

/** The changes for emails that aren't sent now: their rows, and the copies for the test address. */
export const holdBackChanges = (
  ports: Pick<EmailPorts, 'clock'>,
  heldBack: readonly HeldBack[],
  testAddress: string,
): readonly Change[] =>
  heldBack.flatMap(({ email, state, error, copy, notBefore = null }) => [
    ...(email.state === state && email.error === error && (notBefore === null || email.notBefore === notBefore)
      ? []
      : [
          rowChange(email, {
            ...{ State: state, Error: error, 'Lease Until': '' },
            ...(notBefore === null ? {} : { 'Not Before': instantText(ports.clock, notBefore) }),
          }),
        ]),
    ...(copy && email.kind
      ? [againChange(ports, { ...email, kind: email.kind }, testCopyOf(email.version), testAddress, true)]
      : []),
  ]);

/** The keys of the copies that go to the test address. */
export const copyKeys = (heldBack: readonly HeldBack[]): readonly string[] =>
  heldBack.flatMap(({ email, copy }) =>
    copy && email.kind ? [emailKey(email.orderId, email.kind, testCopyOf(email.version))] : [],
  );
