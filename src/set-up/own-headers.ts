import { parseCopyName } from '../backup/names';
import type { RestorePorts } from '../backup/restore';
import type { Snapshot } from '../core/file-ports';
import type { TabBuilder } from '../core/set-up-ports';
import { timeText } from '../domain/text/for-people';
import { columnLetters } from '../workbook/a1';
import { type Cell, textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';

const PROGRAM_COLUMNS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const NAME = TABS.orders.name;
/** A column is the one of a backup when it holds so much of what that held. */
const ENOUGH = 0.5;

/** A column without a header, or with a cell of its own in place of one. `column` counts from 0. */
interface Nameless {
  readonly column: number;
  readonly header: string;
  readonly texts: ReadonlySet<string>;
}

const texts = (cells: readonly unknown[]): string[] =>
  cells.map((cell) => textOf(cell as Cell)).filter((text) => text !== '');

/** What the columns of staff's own held in a backup, by header. */
const ownIn = ({ orders }: Snapshot): Map<string, readonly string[]> => {
  const own = [...(orders?.layout.columns ?? [])].filter(([header]) => !PROGRAM_COLUMNS.includes(header));
  return new Map(own.map(([header, column]) => [header, texts((orders?.rows ?? []).map((row) => row[column]))]));
};

/** @param isNamed whether a header is a name that stays. */
const namelessIn = (
  [headers = [], ...rows]: readonly (readonly unknown[])[],
  isNamed: (header: string) => boolean,
): Nameless[] =>
  headers.flatMap((cell, column): Nameless[] => {
    const header = textOf(cell as Cell);
    const held = new Set(texts(rows.map((row) => row[column])));
    return (held.size === 0 && header === '') || (header !== '' && isNamed(header))
      ? []
      : [{ column, header, texts: header === '' ? held : held.add(header) }];
  });

const newestCopy = ({ copies }: RestorePorts): { readonly id: string; readonly at: string } | undefined =>
  copies
    .list()
    .map(({ id, name }) => ({ id, name: parseCopyName(name) }))
    .flatMap(({ id, name }) => (name?.state === 'checked' ? [{ id, at: name.at }] : []))
    .sort((one, other) => (one.at < other.at ? 1 : -1))[0];

/**
 * Gives columns that staff have added their headers back, where these were cleared or deleted, from the newest backup; says
 * which columns are nameless still. In an Orders tab that has just been made they are added.
 * @param tab `isNew`: it has just been made; `isRepaired`: that, or headers of it had to be repaired.
 * @returns a sentence for each column.
 */
export const ownHeadersBack = (
  ports: RestorePorts,
  tabBuilder: TabBuilder,
  { isNew, isRepaired }: { readonly isNew: boolean; readonly isRepaired: boolean },
): readonly string[] => {
  const cells = tabBuilder.cells('orders');
  const [row = []] = cells;
  const headers = texts(row);
  const isLooked = isRepaired || namelessIn(cells, () => true).length > 0;
  const copy = ports.sends && isLooked ? newestCopy(ports) : undefined;
  const own = copy ? ownIn(ports.snapshots.read(copy.id)) : new Map<string, readonly string[]>();
  const missing = [...own].filter(([header]) => !headers.includes(header));
  const values = new Set(missing.flatMap(([, held]) => held));
  // Where the program's headers were damaged, so were those of staff; else a new name is meant, unless it is a value.
  const isNamed = (header: string): boolean =>
    isRepaired ? PROGRAM_COLUMNS.includes(header) || own.has(header) : !values.has(header);
  const nameless = namelessIn(cells, isNamed);
  // A sheet that was cleared, with its headers: nothing of staff's is left to tell.
  const isAllGone = isRepaired && nameless.length === 0 && missing.length === own.size;
  const writes = new Map<number, string>();
  const report: string[] = [];
  const from = copy ? `as in the backup of ${timeText(copy.at, ports.clock.local(ports.clock.now()))}` : '';
  for (const [header, held] of missing) {
    const share = ({ texts: here }: Nameless): number =>
      held.filter((text) => here.has(text)).length / Math.max(1, Math.min(held.length, here.size));
    const best = nameless
      .filter(({ column }) => !writes.has(column))
      .map((each) => ({ column: each.column, sum: share(each) }))
      .sort((one, other) => other.sum - one.sum)[0];
    if (best && best.sum >= ENOUGH) {
      writes.set(best.column, header);
      report.push(`${NAME}: column ${columnLetters(best.column)} is called "${header}" again, ${from}.`);
    } else if (isNew || isAllGone) {
      const column = Math.max(row.length - 1, ...writes.keys()) + 1;
      writes.set(column, header);
      report.push(`${NAME}: your own column "${header}" was added back, ${from}.`);
    }
  }
  if (writes.size > 0) tabBuilder.writeHeaders('orders', writes);
  const left = nameless.filter(({ column, header }) => header === '' && !writes.has(column));
  return [...report, ...left.map(({ column }) => `${NAME}: column ${columnLetters(column)} has values but no header.`)];
};
