import type { ChosenTemplate } from '../core/email-writer';
import { BUILT_IN_TEXTS, type MailKind } from '../domain/mail-kind';
import { emailSetting } from '../workbook/emails';
import type { Cell } from '../workbook/layout';
import { templateFault } from './template';

/** What staff have written for a kind, the built-in text behind empty cells; or why it cannot be used. */
export const chooseTemplate = (emails: readonly Readonly<Record<string, Cell>>[], kind: MailKind): ChosenTemplate => {
  const { subject, message, preview } = emailSetting(emails, kind);
  const builtIn = BUILT_IN_TEXTS[kind];
  const template = {
    subject: subject || builtIn.subject,
    // The built-in preview tells of the built-in message: staff's own may say something else.
    preview: preview || (message ? '' : builtIn.preview),
    message: message || builtIn.message,
  };
  const fault = Object.values(template).map(templateFault).find(Boolean);
  return fault ? { fault } : { template };
};
