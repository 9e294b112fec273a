import { forgetAnswers } from '../core/kept-answers';
import type { SheetEdit } from '../core/keyboard-ports';
import { newGeneration } from '../core/read-cache';
import { onFeedbackEdit, type TypedPorts } from '../customers/typed-feedback';
import { confirmNumber } from '../email/confirm-number';
import { deliver } from '../email/deliver';
import type { HandPorts } from '../statuses/hand-ports';
import type { SettleReport } from '../statuses/report';
import { CUSTOMER_COLUMNS } from '../statuses/row-check';
import { settleRows } from '../statuses/settle-rows';
import { feedbackScopeOf, scopeOfEdit } from '../statuses/sheet-edit';
import { configOf } from '../workbook/config';
import { TABS } from '../workbook/tabs';

/** What an edit of the sheet needs from the world. */
export type EditPorts = HandPorts & TypedPorts;

/**
 * An edit of the sheet. In the Orders tab, it drops what was read before; if a watched column was touched, it checks the
 * rows and sends emails; it stores a rating typed into column R. Null when there was nothing to check.
 * The header row is checked before this (repair/check-headers.ts).
 */
export const onEdit = (ports: EditPorts, edit: SheetEdit): SettleReport | null => {
  if (edit.sheetName !== TABS.orders.name) return null;
  const view = ports.workbook.read();
  const orders = view.places.orders;
  if (orders && edit.value) confirmNumber(ports, view, edit);
  const looked = orders ? scopeOfEdit(edit, orders.layout) : null;
  const typed = orders ? feedbackScopeOf(edit, orders.layout) : null;
  if (!(looked || typed)) {
    newGeneration(ports.cache, ports.crypto);
    return null;
  }
  const config = configOf(ports, view);
  if (typed) onFeedbackEdit(ports, view, config, typed, edit.by);
  if (!looked) {
    newGeneration(ports.cache, ports.crypto);
    return null;
  }
  const claimedAt = ports.clock.now().getTime();
  const report = settleRows(ports, view, looked.scope, looked.hint);
  if (!report.isStored) newGeneration(ports.cache, ports.crypto);
  // A corrected address turns off earlier links, and answers that are kept for repeats contain them.
  else if (CUSTOMER_COLUMNS.some((header) => looked.hint.touched.has(header))) forgetAnswers(ports);
  deliver(ports, view, config, report.emails, claimedAt);
  return report;
};
