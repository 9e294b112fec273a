import type { Properties } from '../core/ports';
import { textOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';

/**
 * The Script Property that says that the Ledger knew orders once: the revision at which it was last seen. It outlives the
 * tab, so that nobody takes a Ledger that is gone for one that never was.
 */
const LEDGER_SEEN = 'LEDGER_SEEN';

/** Notes that the Ledger knows orders; blank Ledgers leave what was noted. */
export const noteLedger = (properties: Properties, { head, places }: WorkbookView): void => {
  if (!places.ledger || !head || head.revision === 0) return;
  const seen = String(head.revision);
  if (textOf(properties.all()[LEDGER_SEEN]) !== seen) properties.set({ [LEDGER_SEEN]: seen });
};

/** Whether the Ledger knew orders once. */
export const wasLedgerSeen = (properties: Readonly<Record<string, string>>): boolean =>
  Number(properties[LEDGER_SEEN]) > 0;
