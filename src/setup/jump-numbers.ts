import { headOf } from '../intake/ledger-lookup';
import type {
  Clock,
  CommitOutcome,
  Committer,
  LedgerBook,
  Lock,
  OrdersBook,
  Properties,
  WorkbookReader,
} from '../ports';
import { activityRow } from '../workbook/activity-row';
import { LAST_GOOD, readConfig } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import type { LedgerHead } from '../workbook/ledger-row';

export interface JumpPorts {
  readonly clock: Clock;
  readonly lock: Lock;
  readonly properties: Properties;
  readonly workbook: WorkbookReader;
  readonly ledger: LedgerBook;
  readonly orders: OrdersBook;
  readonly committer: Committer;
}

/** More numbers than the original can have given since the copy was taken; gaps are allowed (design.md 2). */
const JUMP = 1_000;
const MOST_TRIES = 3;

/** The head after the jump: no number follows that the original may have given, of a prefix known here or not. */
const jumped = (head: LedgerHead): LedgerHead => ({
  ...head,
  sequences: Object.fromEntries(Object.entries(head.sequences).map(([prefix, last]) => [prefix, last + JUMP])),
  floor: (head.floor ?? 0) + JUMP,
});

/**
 * Lets the order numbers of a copy jump ahead, before it becomes the live sheet: the original may have given and mailed
 * the next ones. Done twice it jumps twice.
 */
export const jumpNumbers = (ports: JumpPorts, person: string): CommitOutcome['outcome'] | 'locked' => {
  if (!ports.lock.tryLock(20_000)) return 'locked';
  try {
    let outcome = jumpOnce(ports, person);
    // A jump of an earlier try that was late has come first: one more goes on from there.
    for (let tries = 1; outcome === 'stale' && tries < MOST_TRIES; tries++) outcome = jumpOnce(ports, person);
    return outcome;
  } finally {
    ports.lock.release();
  }
};

const jumpOnce = (ports: JumpPorts, person: string): CommitOutcome['outcome'] => {
  const view = ports.workbook.read();
  const { settings } = readConfig(view, ports.properties.all()[LAST_GOOD]);
  const newest = ports.ledger.newest(view, settings.postsPerMinute);
  const head = headOf(ports.ledger, view, newest, () => ports.orders.numbers(view));
  const row = activityRow({
    when: serialOf(ports.clock.local(ports.clock.now())),
    event: 'made live',
    by: person || 'staff',
    detail: `This copy becomes the live sheet. Order numbers jump ahead by ${JUMP.toLocaleString('en-US')}: the sheet it was copied from may have given the next ones.`,
  });
  return ports.committer.commit(view, [{ change: 'append', tab: 'activity', row }], jumped(head)).outcome;
};
