import type { Selection } from '../core/keyboard-ports';
import { TABS } from '../workbook/tabs';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { sheetsApi } from './sheets-api';

interface Block {
  readonly from: number;
  readonly count: number;
}

/** The selection in front of the person. */
export class SheetSelection implements Selection {
  constructor(private readonly live: LiveSpreadsheet) {}

  orderRows(): readonly Block[] {
    const ranges = this.live.spreadsheet.getActiveRangeList()?.getRanges() ?? [];
    const blocks = ranges
      .filter((range) => range.getSheet().getName() === TABS.orders.name)
      .map((range) => ({ from: Math.max(range.getRow(), 2), to: range.getLastRow() }))
      .filter(({ from, to }) => to >= from)
      .map(({ from, to }) => ({ from, count: to - from + 1 }));
    return blocks.length === 1 && blocks[0]?.count === 1 ? blocks : this.shown(blocks);
  }

  /** Those rows of some blocks that no filter and no person hides; asked for in one piece, however many blocks there are. */
  private shown(blocks: readonly Block[]): readonly Block[] {
    if (blocks.length === 0) return [];
    const first = blocks.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
    const last = blocks.reduce((most, { from, count }) => Math.max(most, from + count - 1), 0);
    const { sheets = [] } = sheetsApi().get(this.live.id, {
      ranges: [`'${TABS.orders.name}'!A${first}:A${last}`],
      fields: 'sheets(data(rowMetadata(hiddenByFilter,hiddenByUser)))',
    });
    const rows = sheets[0]?.data?.[0]?.rowMetadata ?? [];
    const isHidden = (at: number): boolean => {
      const { hiddenByFilter, hiddenByUser } = rows[at - first] ?? {};
      return hiddenByFilter === true || hiddenByUser === true;
    };
    return blocks.flatMap(({ from, count }) =>
      runsOf(Array.from({ length: count }, (_, place) => from + place).filter((at) => !isHidden(at))),
    );
  }
}

/** Row numbers in their order, as blocks. */
const runsOf = (rows: readonly number[]): Block[] => {
  const blocks: Block[] = [];
  for (const at of rows) {
    const last = blocks[blocks.length - 1];
    if (last && last.from + last.count === at) blocks[blocks.length - 1] = { ...last, count: last.count + 1 };
    else blocks.push({ from: at, count: 1 });
  }
  return blocks;
};
