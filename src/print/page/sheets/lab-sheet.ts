import { escapeHtml } from '../../../domain/html';
import type { BatchItem, Paperwork } from '../../batch-view';
import { type LabGroup, type LabLine, labList } from '../../lab-list';
import { place, type Sheet, textBox } from './sheet';

const LEFT = 45;
const WIDTH = 522;
const TOP = 118;
const ROW = 17;
const ROWS = 36;
const COLUMNS = 2;
const GAP = 30;
const COLUMN = (WIDTH - GAP) / COLUMNS;

const cell = (x: number, y: number, width: number, text: string, look = ''): string => {
  const size = Math.min(10.5, width / (Math.max(text.length, 1) * 0.96));
  return `<div class="at" style="${place({ x, y, width, height: 13 })};font-size:${size.toFixed(2)}pt;line-height:13pt;white-space:pre;${look}">${escapeHtml(text)}</div>`;
};

const row = ({ photoNumber, size, count }: LabLine, index: number): string => {
  const x = LEFT + Math.floor(index / ROWS) * (COLUMN + GAP);
  const y = TOP + (index % ROWS) * ROW;
  return [
    `<div class="todo" style="left:${x}pt;top:${y + 2.5}pt"></div>`,
    cell(x + 18, y, 118, photoNumber),
    cell(x + 142, y, 60, size),
    cell(x + 204, y, COLUMN - 204, String(count), 'text-align:right;font-weight:bold'),
    `<div class="rule" style="left:${x}pt;top:${y + 14.5}pt;width:${COLUMN}pt;height:0.4pt;background:#bbb"></div>`,
  ].join('');
};

const totalsOf = ({ totals }: LabGroup): string => totals.map(({ size, count }) => `${size}: ${count}`).join('     ');

/** What the lab has to print, as pages with checkboxes: each event starts a new page. */
export const labSheets = (items: readonly BatchItem[], paperwork: Paperwork, batch: number): Sheet[] => {
  const names = Object.fromEntries(Object.entries(paperwork.events).map(([code, { name }]) => [code, name]));
  const groups = labList(items, names);
  const pages = groups.flatMap((group) => {
    const parts: LabLine[][] = [];
    for (let from = 0; from < group.lines.length; from += ROWS * COLUMNS)
      parts.push(group.lines.slice(from, from + ROWS * COLUMNS));
    return parts.map((lines, index) => ({ group, lines, isLast: index === parts.length - 1 }));
  });
  return pages.map(({ group, lines, isLast }, index): Sheet => {
    const page = `page ${index + 1} of ${pages.length}`;
    const { event, name } = group;
    const head = (column: number): string => {
      const x = LEFT + column * (COLUMN + GAP);
      const look = 'font-size:8pt;color:#444';
      const y = TOP - 19;
      return (
        cell(x + 18, y, 118, 'Photo', look) +
        cell(x + 142, y, 60, 'Size', look) +
        cell(x + 204, y, COLUMN - 204, 'Prints', `${look};text-align:right`)
      );
    };
    return {
      paper: 'letter',
      nudge: 'letter',
      title: `${name}, ${page}`,
      problems: [],
      ids: items.map(({ id }) => id),
      html: [
        textBox({ x: LEFT, y: 40, width: 400, height: 24 }, [name], { size: 16, least: 10, look: 'bold' }),
        textBox({ x: LEFT, y: 66, width: 400, height: 14 }, [event && event !== name ? event : ' '], {
          size: 9,
          look: 'soft',
        }),
        textBox({ x: 450, y: 40, width: 117, height: 14 }, [`Lab list, batch ${batch}`], {
          size: 9,
          look: 'soft right',
        }),
        textBox({ x: 450, y: 54, width: 117, height: 14 }, [page], { size: 9, look: 'soft right' }),
        `<div class="rule" style="left:${LEFT}pt;top:88pt;width:${WIDTH}pt;height:0.75pt"></div>`,
        ...Array.from({ length: lines.length > ROWS ? 2 : 1 }, (_, column) => head(column)),
        ...lines.map(row),
        isLast
          ? textBox({ x: LEFT, y: 738, width: WIDTH, height: 16 }, [totalsOf(group)], {
              size: 11,
              least: 7,
              look: 'bold',
            })
          : '',
      ].join(''),
    };
  });
};
