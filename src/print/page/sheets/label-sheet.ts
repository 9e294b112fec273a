import type { BatchItem, Paperwork } from '../../batch-view';
import { LABEL_SHEETS, type LabelKind, labelBox, labelPlaces } from '../../label-sheets';
import type { Box } from '../../papers';
import { type Sheet, textBox } from './sheet';

/** Printers shift: nothing stands closer to the edge of a label than this, in points. */
const PAD = { x: 9, y: 6 };
const NUMBER_HEIGHT = 9;

const inside = ({ x, y, width, height }: Box): Box => ({
  x: x + PAD.x,
  y: y + PAD.y,
  width: width - 2 * PAD.x,
  height: height - 2 * PAD.y,
});

const labelHtml = (kind: LabelKind, label: number, item: BatchItem, paperwork: Paperwork): string => {
  const box = inside(labelBox(kind, label));
  const isLarge = kind === '5163';
  const returnHeight = isLarge ? 38 : 0;
  const address = { ...box, y: box.y + returnHeight, height: box.height - returnHeight - NUMBER_HEIGHT };
  const number = { ...box, y: box.y + box.height - NUMBER_HEIGHT, height: NUMBER_HEIGHT };
  return [
    isLarge
      ? textBox({ ...box, height: returnHeight - 4, width: box.width * 0.7 }, paperwork.returnLines, {
          size: 7,
          least: 5,
        })
      : '',
    textBox(address, item.lines, { size: isLarge ? 13 : 10, least: 6.5 }),
    textBox(number, [`${item.number}  ·  ${item.place}`], { size: 6, least: 5, look: 'soft right' }),
  ].join('');
};

/** Labels on as many sheets as they need, the first label at `start` (from 1). */
export const labelSheets = (
  items: readonly BatchItem[],
  paperwork: Paperwork,
  kind: LabelKind,
  start: number,
): Sheet[] => {
  const places = labelPlaces(kind, items.length, start);
  const sheets: { items: BatchItem[]; html: string[] }[] = [];
  places.forEach(({ sheet, label }, index) => {
    const item = items[index];
    if (!item) return;
    const on = sheets[sheet - 1] ?? { items: [], html: [] };
    sheets[sheet - 1] = on;
    on.items.push(item);
    on.html.push(labelHtml(kind, label, item, paperwork));
  });
  return sheets.map(({ items: on, html }, index) => ({
    paper: 'letter',
    nudge: kind,
    title: `Sheet ${index + 1}: ${on[0]?.place} to ${on[on.length - 1]?.place}`,
    problems: on.flatMap(({ place, problems }) => problems.map((problem) => `${place}: ${problem}`)),
    ids: on.map(({ id }) => id),
    html: html.join(''),
  }));
};

/** The outlines of a whole sheet of labels, to hold against the light. */
export const labelOutlines = (kind: LabelKind): readonly Box[] =>
  Array.from({ length: LABEL_SHEETS[kind].rows * LABEL_SHEETS[kind].columns }, (_, index) => labelBox(kind, index + 1));
