import type { Mail } from '../../core/ports';
import { EMAIL_KINDS, type MailKind } from '../../domain/mail-kind';
import type { LedgerEntry } from '../../workbook/ledger-row';
import { type FactPorts, factsOf, typedFacts } from '../facts';
import type { MailPorts } from '../mail-ports';
import { type MenuContext, menuContext, selectedOrder } from './menu-context';
import type { MailMenuPorts } from './menu-ports';

/** A mail as it would be written at this moment; or why it cannot be. */
export const writeNow = (
  ports: FactPorts & Pick<MailPorts, 'orders' | 'emails'>,
  { view, config }: MenuContext,
  entry: LedgerEntry,
  kind: MailKind,
): { readonly mail: Mail } | { readonly fault: string } => {
  const chosen = ports.emails.templateOf(view.emails, kind);
  if ('fault' in chosen)
    return { fault: `This mail cannot be written: ${chosen.fault}. Please correct it in the Emails tab.` };
  const { id } = entry.order;
  const typed = typedFacts(ports, view, [{ kind, orderId: id }])(id);
  return { mail: ports.emails.orderEmail(chosen.template, factsOf(ports, entry, config, typed)) };
};

/** Menu: Emails > Preview. Shows a mail with the data of the selected order; nothing is sent. */
export const previewMail = (ports: MailMenuPorts, kind: MailKind): void => {
  const context = menuContext(ports);
  const entry = selectedOrder(ports, context);
  if (!entry) return;
  const { title } = EMAIL_KINDS[kind];
  const written = writeNow(ports, context, entry, kind);
  if ('fault' in written) ports.prompts.tell(title, written.fault);
  else ports.preview.show(`${title}: to ${written.mail.to}`, written.mail.html);
};
