import fc from 'fast-check';
import type { CellValue, Tab, Workbook } from 'local-apps-script';
import { IN_BACKUP, NEWER, tabOf } from './damaged-shop';

/** What is drawn for one damage: what it means, each kind of damage says itself. */
export interface Drawn {
  readonly kind: Kind;
  readonly numbers: readonly number[];
}

/** Columns of the Orders tab, the staff's own included. */
const WIDTH = 20;
const PROGRAM = 18;
/** Without Feedback: a text that isn't a rating may be anything that staff wrote down. */
const KNOWN = 17;
const ROWS = IN_BACKUP + NEWER;
const JUNK: readonly CellValue[] = ['x', 'Overwritten', 'wrong@example.com', 7, 0.5, 'pending?', '#REF!', '12/3', true];

/** Draws from the numbers, one after the other. */
class Chance {
  private at = 0;
  constructor(private readonly numbers: readonly number[]) {}

  below(most: number): number {
    return (this.numbers[this.at++ % this.numbers.length] ?? 0) % Math.max(1, most);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** Some rows that lie together; 1 is the first below the header. */
  rows(most = ROWS): { readonly from: number; readonly count: number } {
    const count = 1 + this.below(most);
    return { from: 1 + this.below(ROWS - count + 1), count };
  }

  /** Some columns that lie together, up to a width. */
  columns(width: number): { readonly from: number; readonly count: number } {
    const count = 1 + this.below(width);
    return { from: this.below(width - count + 1), count };
  }

  order(count: number): number[] {
    const places = Array.from({ length: count }, (_, place) => place);
    for (let last = count - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [places[last], places[other]] = [places[other] as number, places[last] as number];
    }
    return places;
  }
}

type Damage = (sheet: Workbook, chance: Chance) => void;

const orders = (sheet: Workbook): Tab => tabOf(sheet, 'Orders');

const clear = (tab: Tab, rows: { from: number; count: number }, columns: { from: number; count: number }): void => {
  for (let row = rows.from; row < rows.from + rows.count; row++)
    for (let column = columns.from; column < columns.from + columns.count; column++) tab.setValue(row, column, null);
};

const permute = (
  tab: Tab,
  rows: { from: number; count: number },
  columns: { from: number; count: number },
  order: number[],
): void =>
  tab.permute(
    {
      top: rows.from,
      bottom: rows.from + rows.count,
      left: columns.from,
      right: columns.from + columns.count,
    } as never,
    order,
  );

/** Damages of the Orders tab that leave tabs and headers in place. */
const CELLS = {
  'delete rows': (sheet, chance) => {
    const { from, count } = chance.rows();
    orders(sheet).deleteRows(from, count);
  },
  'clear cells': (sheet, chance) => clear(orders(sheet), chance.rows(), chance.columns(WIDTH)),
  'clear a column': (sheet, chance) =>
    clear(orders(sheet), { from: 1, count: ROWS }, { from: chance.below(PROGRAM), count: 1 }),
  'clear rows': (sheet, chance) => clear(orders(sheet), chance.rows(), { from: 0, count: WIDTH }),
  'sort one column': (sheet, chance) =>
    permute(orders(sheet), { from: 1, count: ROWS }, { from: chance.below(PROGRAM), count: 1 }, chance.order(ROWS)),
  'sort a part': (sheet, chance) => {
    const rows = chance.rows();
    permute(orders(sheet), rows, chance.columns(WIDTH), chance.order(rows.count));
  },
  'sort rows': (sheet, chance) =>
    permute(orders(sheet), { from: 1, count: ROWS }, { from: 0, count: WIDTH }, chance.order(ROWS)),
  'shift up': (sheet, chance) => {
    const [tab, columns, from] = [orders(sheet), chance.columns(WIDTH), 1 + chance.below(ROWS)];
    for (let row = from; row <= ROWS; row++)
      for (let column = columns.from; column < columns.from + columns.count; column++)
        tab.setValue(row, column, row === ROWS ? null : tab.value(row + 1, column));
  },
  'shift down': (sheet, chance) => {
    const [tab, columns, from] = [orders(sheet), chance.columns(WIDTH), 1 + chance.below(ROWS)];
    for (let row = ROWS; row >= from; row--)
      for (let column = columns.from; column < columns.from + columns.count; column++)
        tab.setValue(row, column, row === from ? null : tab.value(row - 1, column));
  },
  'paste rows over others': (sheet, chance) => {
    const [tab, columns] = [orders(sheet), chance.columns(WIDTH)];
    const { from, count } = chance.rows(5);
    const to = 1 + chance.below(ROWS - count + 1);
    const values = Array.from({ length: count }, (_, row) =>
      Array.from({ length: columns.count }, (__, column) => tab.value(from + row, columns.from + column)),
    );
    values.forEach((row, at) => {
      row.forEach((value, column) => {
        tab.setValue(to + at, columns.from + column, value);
      });
    });
  },
  'paste rows a second time': (sheet, chance) => {
    const [tab, { from, count }] = [orders(sheet), chance.rows(4)];
    const last = tab.lastRow();
    const width = chance.pick([PROGRAM, WIDTH]);
    for (let row = 0; row < count; row++)
      for (let column = 0; column < width; column++) tab.setValue(last + row, column, tab.value(from + row, column));
  },
  'paste something else over': (sheet, chance) => {
    const [rows, columns] = [chance.rows(), chance.columns(KNOWN)];
    for (let row = rows.from; row < rows.from + rows.count; row++)
      for (let column = columns.from; column < columns.from + columns.count; column++)
        orders(sheet).setValue(row, column, chance.pick(JUNK));
  },
  'type over a cell': (sheet, chance) =>
    orders(sheet).setValue(1 + chance.below(ROWS), chance.below(KNOWN), chance.pick(JUNK)),
  'type another id': (sheet, chance) => {
    const tab = orders(sheet);
    tab.setValue(1 + chance.below(ROWS), 0, tab.value(1 + chance.below(ROWS), 0));
  },
  'fill an id down': (sheet, chance) => {
    const [tab, { from, count }] = [orders(sheet), chance.rows()];
    for (let row = from; row < from + count; row++) tab.setValue(row, 0, tab.value(from, 0));
  },
  'swap names and emails': (sheet, chance) => {
    const [tab, { from, count }] = [orders(sheet), chance.rows()];
    for (let row = from; row < from + count; row++) {
      const [name, email] = [tab.value(row, 2), tab.value(row, 3)];
      tab.setValue(row, 2, email);
      tab.setValue(row, 3, name);
    }
  },
} satisfies Record<string, Damage>;

/** Damages of the header row, and of whole tabs whose content stays or can be made again. */
const TABS_AND_HEADERS = {
  'rename Orders': (sheet, chance) =>
    orders(sheet).configure({ name: chance.pick(['Orders 2026', 'orders old', 'Sheet7']) }),
  'copy Orders': (sheet) => {
    sheet.duplicateTab(orders(sheet), 'Copy of Orders');
  },
  'delete Orders': (sheet) => sheet.deleteTab(orders(sheet)),
  'clear headers': (sheet, chance) => clear(orders(sheet), { from: 0, count: 1 }, chance.columns(PROGRAM)),
  'delete the header row': (sheet) => orders(sheet).deleteRows(0, 1),
  'move columns': (sheet, chance) => {
    const { from, count } = chance.columns(PROGRAM);
    orders(sheet).moveColumns(from, count, chance.pick([0, WIDTH]));
  },
  'delete Outbox, Activity and Rejected': (sheet) => {
    for (const name of ['Outbox', 'Activity', 'Rejected']) {
      const tab = sheet.tabNamed(name);
      if (tab) sheet.deleteTab(tab);
    }
  },
} satisfies Record<string, Damage>;

/** Rows of the Ledger of orders that the backup has: the newest are on top. */
const ledgerRows = (chance: Chance): { from: number; count: number } => {
  const count = 1 + chance.below(IN_BACKUP);
  return { from: 1 + NEWER + chance.below(IN_BACKUP - count + 1), count };
};

/** Damages of the Ledger: only a backup has the way back. */
const LEDGER = {
  'clear Ledger rows': (sheet, chance) => clear(tabOf(sheet, 'Ledger'), ledgerRows(chance), { from: 0, count: 13 }),
  'delete Ledger rows': (sheet, chance) => {
    const { from, count } = ledgerRows(chance);
    tabOf(sheet, 'Ledger').deleteRows(from, count);
  },
  'type over the Ledger': (sheet, chance) =>
    tabOf(sheet, 'Ledger').setValue(1 + NEWER + chance.below(IN_BACKUP), chance.pick([11, 12]), chance.pick(JUNK)),
} satisfies Record<string, Damage>;

const WHOLE_LEDGER = {
  'delete the Ledger': (sheet) => sheet.deleteTab(tabOf(sheet, 'Ledger')),
  'clear the Ledger': (sheet) => clear(tabOf(sheet, 'Ledger'), { from: 1, count: ROWS }, { from: 0, count: 13 }),
} satisfies Record<string, Damage>;

const RENAMED_LEDGER = {
  'rename the Ledger': (sheet, chance) =>
    tabOf(sheet, 'Ledger').configure({ name: chance.pick(['Ledger 2025', 'do not touch']) }),
} satisfies Record<string, Damage>;

const KINDS = { ...CELLS, ...TABS_AND_HEADERS, ...LEDGER, ...WHOLE_LEDGER, ...RENAMED_LEDGER };
export type Kind = keyof typeof KINDS;

const drawn = (kinds: Record<string, Damage>): fc.Arbitrary<Drawn> =>
  fc.record({
    kind: fc.constantFrom(...(Object.keys(kinds) as Kind[])),
    numbers: fc.array(fc.nat(10_000), { minLength: 24, maxLength: 24 }),
  });

const upTo = (most: number, kinds: Record<string, Damage>, least = 0): fc.Arbitrary<Drawn[]> =>
  fc.array(drawn(kinds), { minLength: least, maxLength: most });

/** Some damages in a row, and what is damaged by them. */
export interface Plan {
  readonly damages: readonly Drawn[];
  /** Whether the Ledger knows all orders still, all but some of the backup, or nothing. */
  readonly ledger: 'whole' | 'in part' | 'gone';
}

/** One to four damages; those of tabs and headers last, so that the others find their cells. */
export const PLANS: fc.Arbitrary<Plan> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(upTo(3, CELLS), upTo(1, TABS_AND_HEADERS), upTo(1, RENAMED_LEDGER))
      .map((parts): Plan => ({ damages: parts.flat(), ledger: 'whole' })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(upTo(1, CELLS), upTo(1, LEDGER, 1))
      .map((parts): Plan => ({ damages: parts.flat(), ledger: 'in part' })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(upTo(1, CELLS), upTo(1, WHOLE_LEDGER, 1))
      .map((parts): Plan => ({ damages: parts.flat(), ledger: 'gone' })),
  },
);

/** Does some damage. */
export const doDamage = (sheet: Workbook, damages: readonly Drawn[]): void => {
  for (const { kind, numbers } of damages) (KINDS[kind] as Damage)(sheet, new Chance(numbers));
};
