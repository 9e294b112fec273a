import type { Change } from '../workbook/changes';
import { serialOf } from '../workbook/date-serial';
import type { Cell } from '../workbook/layout';
import {
  LEASE,
  mailKey,
  type NewMail,
  type OutboxEntry,
  outboxRow,
  STALE_AFTER,
  testCopyOf,
} from '../workbook/outbox-row';
import { instantText } from '../workbook/zone-instant';
import type { MailPorts } from './mail-ports';
import type { HeldBack } from './send-gate';

/** Cells of a mail's row as a change. */
export const rowChange = (mail: OutboxEntry, cells: Readonly<Record<string, Cell>>): Change => ({
  change: 'update',
  tab: 'outbox',
  at: mail.at,
  was: { Key: mail.key },
  row: cells,
});

/** A new Outbox row that repeats a mail under a version of its own. */
export const againChange = (
  { clock }: Pick<MailPorts, 'clock'>,
  mail: Pick<NewMail, 'orderId' | 'orderNumber' | 'kind'>,
  version: string,
  to: string,
  claimed: boolean,
): Change => {
  const now = clock.now().getTime();
  const at = (time: number) => instantText(clock, time);
  const row = outboxRow({
    orderId: mail.orderId,
    orderNumber: mail.orderNumber,
    kind: mail.kind,
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

/** What becomes of the mails that do not leave now: their rows, and the copies for the test address. */
export const holdBackChanges = (
  ports: Pick<MailPorts, 'clock'>,
  heldBack: readonly HeldBack[],
  testAddress: string,
): readonly Change[] =>
  heldBack.flatMap(({ mail, state, error, copy, notBefore = null }) => [
    ...(mail.state === state && mail.error === error && (notBefore === null || mail.notBefore === notBefore)
      ? []
      : [
          rowChange(mail, {
            ...{ State: state, Error: error, 'Lease Until': '' },
            ...(notBefore === null ? {} : { 'Not Before': instantText(ports.clock, notBefore) }),
          }),
        ]),
    ...(copy && mail.kind
      ? [againChange(ports, { ...mail, kind: mail.kind }, testCopyOf(mail.version), testAddress, true)]
      : []),
  ]);

/** The keys of the copies that go to the test address. */
export const copyKeys = (heldBack: readonly HeldBack[]): readonly string[] =>
  heldBack.flatMap(({ mail, copy }) =>
    copy && mail.kind ? [mailKey(mail.orderId, mail.kind, testCopyOf(mail.version))] : [],
  );
