import type { Email } from '../../core/outbox-ports';
import { type EmailKind, KIND_FACTS } from '../../domain/email-kind';
import type { LedgerEntry } from '../../workbook/ledger-row';
import type { EmailPorts } from '../email-ports';
import { type FactPorts, factsOf, typedFacts } from '../facts';
import { type MenuContext, menuContext, selectedOrder } from './menu-context';
import type { EmailMenuPorts } from './menu-ports';

/** An email as it would be written at this moment; or why it cannot be. */
export const writeNow = (
  ports: FactPorts & Pick<EmailPorts, 'orders' | 'emails'>,
  { view, config }: MenuContext,
  entry: LedgerEntry,
  kind: EmailKind,
): { readonly email: Email } | { readonly error: string } => {
  const chosen = ports.emails.templateOf(view.emails, kind);
  if ('error' in chosen)
    return { error: `This email can't be shown: ${chosen.error}. Please fix it in the Emails tab.` };
  const { id } = entry.order;
  const typed = typedFacts(ports, view, [{ kind, orderId: id }])(id);
  return { email: ports.emails.orderEmail(chosen.template, factsOf(ports, entry, config, typed)) };
};

/** Menu: Emails > Preview. Shows an email with the data of the selected order; nothing is sent. */
export const previewEmail = (ports: EmailMenuPorts, kind: EmailKind): void => {
  const context = menuContext(ports);
  const entry = selectedOrder(ports, context);
  if (!entry) return;
  const { title } = KIND_FACTS[kind];
  const written = writeNow(ports, context, entry, kind);
  if ('error' in written) ports.prompts.tell(title, written.error);
  else ports.preview.show(`${title}: to ${written.email.to}`, written.email.html);
};
