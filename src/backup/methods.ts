import { type Check, listOf, oneOf, recordOf, text } from '../workspace/argument-checks';
import { ForPeople, method, type RpcMethod } from '../workspace/rpc';
import type { DifferenceKind } from './difference';
import { makeBackup, PROGRESS } from './make-backup';
import { askForBackup } from './nightly';
import { type Chosen, compareWith, LEDGER, type RestorePorts, restore } from './restore';
import { showBackups } from './show-backups';

interface BackupBackstage {
  readonly backup: () => RestorePorts;
}

/** Orders whose cells are shown one by one; of the others only number and name. */
const MOST_DETAILED = 300;
/** Orders of one commit. */
const MOST_AT_ONCE = 200;

const isKind: Check<DifferenceKind> = oneOf('missing', 'changed', 'moved on');
const isText = recordOf(text(200));
const isChosen: Check<Chosen> = (value): value is Chosen =>
  isText(value) && Object.keys(value).length === 2 && 'id' in value && isKind(value.kind);

const compare = (ports: RestorePorts, sourceId: string) => {
  const { found, newer, odd, troubles } = compareWith(needSource(ports, sourceId), sourceId);
  return {
    found: found.map(({ kind, order: { id, entry, row }, cells }, index) => ({
      id,
      kind,
      number: entry?.order.number ?? String(row?.['Order Number'] ?? ''),
      name: entry?.order.customer.name ?? String(row?.['Customer Name'] ?? ''),
      cells: index < MOST_DETAILED ? cells : [],
    })),
    newer: { count: newer.length, some: newer.slice(0, 20) },
    odd: { count: odd.length, rows: odd.slice(0, 20) },
    troubles: troubles.slice(0, 50),
  };
};

/** Backups lie in the operator's Drive: other staff restore from the Ledger. */
const needSource = (ports: RestorePorts, sourceId: string): RestorePorts => {
  if (!ports.sends && sourceId !== LEDGER)
    throw new ForPeople("Backups lie in the operator's Drive: only the operator can open them. Nothing was done.");
  return ports;
};

/** What the dialogs about backups call. */
export const BACKUP_METHODS: Readonly<Record<string, RpcMethod<BackupBackstage>>> = {
  'backups.list': method([], ({ backup }: BackupBackstage) => showBackups(backup())),
  'backups.make': method([], ({ backup }: BackupBackstage) => {
    const ports = backup();
    if (ports.sends) return makeBackup(ports, ports.person);
    askForBackup(ports, ports.person);
    return { ok: true, asked: true };
  }),
  'backups.progress': method([], ({ backup }: BackupBackstage) => backup().cache.get(PROGRESS) ?? ''),
  'restore.compare': method([text(100)], ({ backup }: BackupBackstage, source) => compare(backup(), source)),
  'restore.try': method([text(100), listOf(isChosen, 50_000)], ({ backup }: BackupBackstage, source, chosen) =>
    restore(needSource(backup(), source), source, chosen, true),
  ),
  'restore.run': method([text(100), listOf(isChosen, MOST_AT_ONCE)], ({ backup }: BackupBackstage, source, chosen) =>
    restore(needSource(backup(), source), source, chosen, false),
  ),
};
