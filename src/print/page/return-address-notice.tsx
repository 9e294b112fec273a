import { Notice } from '../../ui-kit/parts';
import type { BatchView } from '../batch-view';
import type { PrintKind } from '../kinds';
import type { LabelKind } from '../label-sheets';

/** What is wrong with the return address, for prints that have one. */
export const ReturnAddressNotice = ({
  kind,
  labelKind,
  paperwork: { returnLines, returnProblems },
}: {
  readonly kind: PrintKind;
  readonly labelKind: LabelKind;
  readonly paperwork: BatchView['paperwork'];
}) => {
  const isPrinted = kind === 'envelopes' || kind === 'slips' || (kind === 'labels' && labelKind !== '5160');
  if (!isPrinted) return null;
  if (returnLines.length < 2)
    return <Notice kind="warning">No return address yet. Add your studio address in Settings.</Notice>;
  if (returnProblems.length === 0) return null;
  return (
    <Notice kind="warning">Check the return address (Settings, Studio address). {returnProblems.join(' ')}</Notice>
  );
};
