import type { MailKind } from '../domain/mail-kind';
import { emailSetting } from '../workbook/emails';
import type { Cell } from '../workbook/layout';
import { BUILT_IN, type MailTemplate } from './kinds';
import { templateFault } from './template';

/** What staff have written for a kind, the built-in text behind empty cells; or why it cannot be used. */
export const chooseTemplate = (
  emails: readonly Readonly<Record<string, Cell>>[],
  kind: MailKind,
): { readonly template: MailTemplate } | { readonly fault: string } => {
  const { subject, message } = emailSetting(emails, kind);
  const template = { subject: subject || BUILT_IN[kind].subject, message: message || BUILT_IN[kind].message };
  const fault = templateFault(template.subject) ?? templateFault(template.message);
  return fault ? { fault } : { template };
};
