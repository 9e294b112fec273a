import { barcodeZone, envelopeLayout } from '../../envelope-layout';
import type { LabelKind } from '../../label-sheets';
import { type Box, ENVELOPE_SIZES, INCH } from '../../papers';
import { labelOutlines } from './label-sheet';
import { PAPERS, type PaperName, place, type Sheet, textBox } from './sheet';

/** What can be aligned: every envelope, both sheets of labels, and letter paper. */
export type Aligned = PaperName | LabelKind;

export const ALIGNED: readonly Aligned[] = [...ENVELOPE_SIZES, '5160', '5163', 'letter'];

export const isLabels = (aligned: Aligned): aligned is LabelKind => aligned === '5160' || aligned === '5163';

const frame = (box: Box): string => `<div class="frame" style="${place(box)}"></div>`;
const rule = (x: number, y: number, width: number, height: number): string =>
  `<div class="rule" style="${place({ x, y, width, height })}"></div>`;

/** Two lines that stand exactly an inch from the edges, and ticks of an eighth along them. */
const rulers = (): string =>
  [
    rule(INCH - 0.25, INCH / 2, 0.5, 1.5 * INCH),
    rule(INCH / 2, INCH - 0.25, 1.5 * INCH, 0.5),
    ...Array.from({ length: 9 }, (_, index) => {
      const at = INCH + ((index - 4) * INCH) / 8;
      return rule(at - 0.2, INCH - 4, 0.4, 8) + rule(INCH - 4, at - 0.2, 8, 0.4);
    }),
  ].join('');

/** A page to hold against the real envelope or sheet of labels. */
export const alignmentSheet = (aligned: Aligned): Sheet => {
  const paper: PaperName = isLabels(aligned) ? 'letter' : aligned;
  const { height } = PAPERS[paper];
  const isEnvelope = paper !== 'letter';
  const outlines = isLabels(aligned)
    ? labelOutlines(aligned)
    : isEnvelope
      ? [envelopeLayout(paper).address, barcodeZone(PAPERS[paper])]
      : [];
  const name = isLabels(aligned) ? `Labels ${aligned}` : paper === 'letter' ? 'Letter paper' : `Envelope ${aligned}`;
  const text = isEnvelope ? { x: 120, y: 88, width: 240, height: 40 } : { x: 120, y: 84, width: 260, height: 48 };
  return {
    paper,
    nudge: aligned,
    title: `Alignment page: ${name}`,
    problems: [],
    ids: [],
    html: [
      ...outlines.map(frame),
      rulers(),
      textBox(text, [name, 'The long lines are 1 inch from the left', 'and from the top edge. 100 %, no margins.'], {
        size: 9,
        least: 6,
      }),
      isEnvelope
        ? textBox({ x: 40, y: height - 30, width: 200, height: 14 }, ['Lower right: for the post’s barcode'], {
            size: 7,
            least: 5,
          })
        : '',
    ].join(''),
  };
};
