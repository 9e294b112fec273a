import { barcodeZone, envelopeLayout } from '../../envelope-layout';
import { LABEL_KINDS, LABEL_SHEETS, type LabelKind } from '../../label-sheets';
import { type Box, ENVELOPE_SIZES, INCH } from '../../papers';
import { labelOutlines, labelPaper } from './label-sheet';
import { PAPERS, type PaperName, place, type Sheet, textBox } from './sheet';

/** What can be aligned: every envelope, both label sheets, and letter paper. */
export type Aligned = PaperName | LabelKind;

export const ALIGNED: readonly Aligned[] = [...ENVELOPE_SIZES, ...LABEL_KINDS, 'letter'];

const isLabels = (aligned: Aligned): aligned is LabelKind => LABEL_KINDS.some((kind) => kind === aligned);

/** The name that staff choose by. */
export const alignedName = (aligned: Aligned): string => {
  if (isLabels(aligned)) return LABEL_SHEETS[aligned].name;
  return aligned === 'letter' ? 'Letter paper' : `${aligned} envelopes`;
};

const frame = (box: Box): string => `<div class="frame" style="${place(box)}"></div>`;
const rule = (x: number, y: number, width: number, height: number): string =>
  `<div class="rule" style="${place({ x, y, width, height })}"></div>`;

/** Two lines exactly an inch from the edges, with ticks every eighth of an inch, numbered in inches. */
const rulers = (): string =>
  [
    rule(INCH - 0.25, INCH / 2, 0.5, 1.5 * INCH),
    rule(INCH / 2, INCH - 0.25, 1.5 * INCH, 0.5),
    ...Array.from({ length: 9 }, (_, index) => {
      const eighths = index + 4;
      const at = (eighths * INCH) / 8;
      const isNumbered = eighths % 2 === 0 && eighths !== 8;
      const number = (box: Box): string =>
        isNumbered ? textBox(box, [String(eighths / 8)], { size: 5.5, least: 4 }) : '';
      return [
        rule(at - 0.2, INCH - 4, 0.4, 8),
        rule(INCH - 4, at - 0.2, 8, 0.4),
        number({ x: at + 1.5, y: INCH - 11, width: 16, height: 8 }),
        number({ x: INCH + 5, y: at - 4, width: 16, height: 8 }),
      ].join('');
    }),
  ].join('');

/** A page to hold against the real envelope or sheet of labels. */
export const alignmentSheet = (aligned: Aligned): Sheet => {
  const paper: PaperName = isLabels(aligned) ? labelPaper(aligned) : aligned;
  const { width, height } = PAPERS[paper];
  const isEnvelope = paper !== 'letter' && paper !== '4x6';
  const outlines = isLabels(aligned)
    ? labelOutlines(aligned)
    : isEnvelope
      ? [envelopeLayout(paper).address, barcodeZone(PAPERS[paper])]
      : [];
  const name = alignedName(aligned);
  const text = { x: 120, y: isEnvelope ? 92 : 84, width: Math.min(260, width - 130), height: isEnvelope ? 36 : 48 };
  const zone = barcodeZone(PAPERS[paper]);
  return {
    paper,
    nudge: aligned,
    title: `Alignment page: ${name}`,
    problems: [],
    ids: [],
    html: [
      ...outlines.map(frame),
      rulers(),
      textBox(text, [name, 'The long lines are 1 inch from the left', 'and from the top edge. 100%, no margins.'], {
        size: 9,
        least: 6,
      }),
      isEnvelope
        ? textBox({ x: zone.x + 6, y: height - 26, width: 200, height: 14 }, ['Keep clear for the USPS barcode'], {
            size: 7,
            least: 5,
          })
        : '',
    ].join(''),
  };
};
