import { type Check, listOf, oneOf, text } from '../rpc/argument-checks';
import { dialog, inLive } from '../rpc/dialog';
import { ForPeople, method } from '../rpc/rpc';
import type { FormTab } from '../rpc/save-tab';
import type { CellDifference } from './compared-cells';
import type { DifferenceKind } from './difference';
import { type BackupResult, makeBackup, PROGRESS } from './make-backup';
import { askForBackup } from './nightly';
import { type ChosenOrder, compareWith, LEDGER, type RestorePorts, restore } from './restore';
import { type ChosenLine, compareRules, type RulePorts, restoreRules } from './restore-rules';
import { showBackups } from './show-backups';

/** The result of asking for a backup: made, or left for the operator's next sweep to make. */
export type AskedBackup = BackupResult | { readonly ok: true; readonly asked: true };

/** One order that is not as in the source. */
export interface ShownDifference {
  readonly id: string;
  readonly kind: DifferenceKind;
  readonly number: string;
  readonly name: string;
  readonly cells: readonly CellDifference[];
  /** Cells of columns that staff have added. */
  readonly own: readonly CellDifference[];
  /** Whether it came in after the backup: it is set right from the built-in order log. */
  readonly isNewer: boolean;
}

/** How the sheet differs from a source; of what can be much, the number and some. */
export interface Comparison {
  readonly found: readonly ShownDifference[];
  readonly newer: { readonly count: number; readonly some: readonly string[] };
  readonly odd: { readonly count: number; readonly rows: readonly number[] };
  readonly troubles: readonly string[];
  /** Columns that staff have added and that this source knows nothing of. */
  readonly unknownColumns: readonly string[];
}

/** Orders whose cells are shown one by one; of the others only number and name. */
const MOST_DETAILED = 300;
/** Orders of one commit. */
const MOST_AT_ONCE = 200;

const isKind: Check<DifferenceKind> = oneOf('missing', 'changed', 'moved on', 'own columns');
const isText = text(200);
const isChosenOrder: Check<ChosenOrder> = (value): value is ChosenOrder => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, own, ...others } = value as Record<string, unknown>;
  return isText(id) && isKind(kind) && [undefined, true, false].includes(own as undefined) && isEmpty(others);
};
const isRuleTab: Check<FormTab> = oneOf('settings', 'priceList', 'events', 'emails');
const isChosenLine: Check<ChosenLine> = (value): value is ChosenLine => {
  if (typeof value !== 'object' || value === null) return false;
  const { tab, key, ...others } = value as Record<string, unknown>;
  return isRuleTab(tab) && isText(key) && isEmpty(others);
};
const isEmpty = (others: object): boolean => Object.keys(others).length === 0;

const compare = (ports: RestorePorts, sourceId: string): Comparison => {
  const { found, newer, odd, troubles, unknownColumns } = compareWith(needSource(ports, sourceId), sourceId);
  return {
    found: found.map(({ kind, order: { id, entry, row, isNewer = false }, cells, own }, index) => ({
      id,
      kind,
      number: entry?.order.number ?? String(row?.['Order Number'] ?? ''),
      name: entry?.order.customer.name ?? String(row?.['Customer Name'] ?? ''),
      cells: index < MOST_DETAILED ? cells : [],
      own: index < MOST_DETAILED ? own : own.slice(0, 1),
      isNewer,
    })),
    newer: { count: newer.length, some: newer.slice(0, 20) },
    odd: { count: odd.length, rows: odd.slice(0, 20) },
    troubles: troubles.slice(0, 50),
    unknownColumns,
  };
};

/** Backups lie in the operator's Drive: other staff restore from the Ledger. */
const needSource = <Given extends RestorePorts>(ports: Given, sourceId: string): Given => {
  if (!ports.sends && sourceId !== LEDGER)
    throw new ForPeople(
      "Backups are in the operator's Drive, so only the operator can open them. Nothing was changed.",
    );
  return ports;
};

/** The dialog Backups: making one, and restoring from one or from the Ledger. */
export const BACKUPS = dialog(
  { page: 'backups', title: 'Backups', size: [720, 620] },
  inLive<RestorePorts & RulePorts>({
    'backups.list': method([], showBackups),
    'backups.make': method([], (ports): AskedBackup => {
      if (ports.sends) return makeBackup(ports, ports.person);
      askForBackup(ports, ports.person);
      return { ok: true, asked: true };
    }),
    'backups.progress': method([], (ports) => ports.cache.get(PROGRESS) ?? ''),
    'restore.compare': method([text(100)], compare),
    'restore.rules': method([text(100)], (ports, source) =>
      source === LEDGER ? [] : compareRules(needSource(ports, source), source),
    ),
    'restore.takeRules': method([text(100), listOf(isChosenLine, 500)], (ports, source, chosen) =>
      restoreRules(needSource(ports, source), source, chosen),
    ),
    'restore.try': method([text(100), listOf(isChosenOrder, 50_000)], (ports, source, chosen) =>
      restore(needSource(ports, source), source, chosen, true),
    ),
    'restore.run': method([text(100), listOf(isChosenOrder, MOST_AT_ONCE)], (ports, source, chosen) =>
      restore(needSource(ports, source), source, chosen, false),
    ),
  }),
);
