import { EMAIL_KINDS, type EmailKind, KIND_FACTS } from '../../domain/email-kind';
import { entryOf } from '../../ledger/lookup';
import { type Config, configOf } from '../../workbook/config';
import type { LedgerEntry } from '../../workbook/ledger-row';
import type { WorkbookView } from '../../workbook/view';
import type { EmailMenuPorts } from './menu-ports';
import { selectedIds } from './selected-ids';

/** The workbook at the time of a menu action. */
export interface MenuContext {
  readonly view: WorkbookView;
  readonly config: Config;
}

export const menuContext = ({ workbook, properties }: EmailMenuPorts): MenuContext => {
  const view = workbook.read();
  return { view, config: configOf({ properties }, view) };
};

/** The Ledger entry of the one selected order; null, with a message, if the selection isn't exactly one order. */
export const selectedOrder = (ports: EmailMenuPorts, context: MenuContext): LedgerEntry | null => {
  const ids = selectedIds(ports, context.view);
  const [id] = ids;
  const entry = id && ids.length === 1 ? entryOf(ports.ledger.find(context.view, 'Order ID', id)) : null;
  if (!entry) ports.prompts.toast('Please select one order in the Orders tab first.');
  return entry;
};

/** Asks which kind of email to use; null if the answer is Cancel or isn't one of the numbers. */
export const askKind = (
  { prompts }: EmailMenuPorts,
  title: string,
  kinds: readonly EmailKind[],
  remark: (kind: EmailKind) => string,
): EmailKind | null => {
  const lines = kinds.map((kind, index) => `${index + 1}  ${KIND_FACTS[kind].title}${remark(kind)}`);
  const answer = prompts.ask(title, `Which email? Type its number.\n${lines.join('\n')}`);
  if (answer === null) return null;
  const named = EMAIL_KINDS.find((kind) => kind === answer.toLowerCase());
  const chosen = kinds[Number(answer) - 1] ?? (named && kinds.includes(named) ? named : undefined);
  if (!chosen) prompts.tell(title, `"${answer}" isn't one of the numbers. Nothing was sent.`);
  return chosen ?? null;
};
