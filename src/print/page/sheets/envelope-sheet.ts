import type { BatchItem, Paperwork } from '../../batch-view';
import { envelopeLayout } from '../../envelope-layout';
import type { EnvelopeSize } from '../../papers';
import { addressBox, type Sheet, textBox } from './sheet';

/** Type that suits the envelope, in points. */
const ADDRESS_SIZE: Readonly<Record<EnvelopeSize, number>> = { '6x9': 14, '9x12': 16, '#10': 13, A7: 13 };

/** One envelope: return address, order number, the line, the address. */
export const envelopeSheet = (item: BatchItem, { returnLines, envelopeLine }: Paperwork): Sheet => {
  const layout = envelopeLayout(item.size);
  return {
    paper: item.size,
    nudge: item.size,
    title: `${item.place} ${item.number} ${item.name}`,
    problems: item.problems,
    ids: [item.id],
    html: [
      addressBox(layout.returnAddress, { lines: returnLines }, { size: 9, least: 6 }),
      textBox(layout.number, [`${item.number}  ·  ${item.place}`], { size: 7, least: 5, look: 'soft' }),
      textBox(layout.line, envelopeLine ? [envelopeLine] : [], { size: 12, look: 'bold bottom' }),
      addressBox(layout.address, item, { size: ADDRESS_SIZE[item.size] }, item.place),
    ].join(''),
  };
};
