import type { LedgerEntry } from '../workbook/ledger-row';

/** Whether what a mail says still holds for its order: one that does not is cancelled, not sent. */
export const isStillTrue = (kind: string, { status, shipping, progress }: LedgerEntry): boolean => {
  if (progress.erased) return false;
  switch (kind) {
    case 'receipt':
      return status !== 'cancelled';
    case 'paid':
      return status === 'paid' || status === 'shipped';
    case 'shipped':
      return shipping === 'shipped';
    case 'cancelled':
      return status === 'cancelled';
    case 'feedback':
      return status === 'shipped' && !progress.feedback && !progress.notArrived;
    default:
      return false;
  }
};
