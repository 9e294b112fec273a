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
import type { Change } from '../workbook/changes';
import { LAST_GOOD, readConfig } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { textOf } from '../workbook/layout';
import type { LedgerHead } from '../workbook/ledger-row';
import { SETTINGS } from '../workbook/settings';
import type { WorkbookView } from '../workbook/view';

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
 * the next ones. In the same commit it forgets the original's web app. Done twice it jumps twice.
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
    detail: `This copy becomes the live sheet. Order numbers jump ahead by ${JUMP.toLocaleString('en-US')}: the sheet it was copied from may have given the next ones. It needs a web app of its own: that address was emptied.`,
  });
  const changes: Change[] = [...withoutAddress(view), { change: 'append', tab: 'activity', row }];
  return ports.committer.commit(view, changes, jumped(head)).outcome;
};

/** The address of the web app is the original's: links in mails would lead there. */
const withoutAddress = ({ settings }: WorkbookView): Change[] => {
  const { key } = SETTINGS.webAppUrl;
  return settings.flatMap((line, index): Change[] =>
    textOf(line.Setting).toLowerCase() === key.toLowerCase() && textOf(line.Value) !== ''
      ? [{ change: 'update', tab: 'settings', at: index + 2, row: { Setting: key, Value: '' } }]
      : [],
  );
};
