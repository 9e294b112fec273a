import { EMAIL_KINDS, type EmailKind, KIND_FACTS } from '../../domain/email-kind';
import { entryOf } from '../../ledger/lookup';
import { type Config, configOf } from '../../workbook/config';
import type { LedgerEntry } from '../../workbook/ledger-row';
import type { WorkbookView } from '../../workbook/view';
import type { EmailMenuPorts } from './menu-ports';
import { selectedIds } from './selected-ids';

/** The workbook as a menu action finds it. */
export interface MenuContext {
  readonly view: WorkbookView;
  readonly config: Config;
}

export const menuContext = ({ workbook, properties }: EmailMenuPorts): MenuContext => {
  const view = workbook.read();
  return { view, config: configOf({ properties }, view) };
};

/** The one selected order as the Ledger has it; null, and said so, when it is not one. */
export const selectedOrder = (ports: EmailMenuPorts, context: MenuContext): LedgerEntry | null => {
  const ids = selectedIds(ports, context.view);
  const [id] = ids;
  const entry = id && ids.length === 1 ? entryOf(ports.ledger.find(context.view, 'Order ID', id)) : null;
  if (!entry) ports.prompts.toast('Please select one order in the Orders tab first.');
  return entry;
};

/** Asks which of some kinds of email is meant; null when the person thinks better of it or types something else. */
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
  if (!chosen) prompts.tell(title, `"${answer}" is none of the numbers. Nothing was sent.`);
  return chosen ?? null;
};
