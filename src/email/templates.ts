import type { EmailTemplate } from '../domain/email-kinds/definition';
import { EMAIL_KINDS, type MailKind } from '../domain/mail-kind';
import { emailSetting } from '../workbook/emails';
import type { Cell } from '../workbook/layout';
import { templateFault } from './template';

/** What staff have written for a kind, the built-in text behind empty cells; or why it cannot be used. */
export const chooseTemplate = (
  emails: readonly Readonly<Record<string, Cell>>[],
  kind: MailKind,
): { readonly template: EmailTemplate } | { readonly fault: string } => {
  const { subject, message } = emailSetting(emails, kind);
  const { builtIn } = EMAIL_KINDS[kind];
  const template = { subject: subject || builtIn.subject, message: message || builtIn.message };
  const fault = templateFault(template.subject) ?? templateFault(template.message);
  return fault ? { fault } : { template };
};
