import type { ChosenTemplate } from '../core/email-writer';
import { BUILT_IN_TEXTS, type EmailKind } from '../domain/email-kind';
import { emailSetting } from '../workbook/emails';
import type { Cell } from '../workbook/layout';
import { templateError } from './template';

/** What staff have written for a kind, the built-in text behind empty cells; or why it cannot be used. */
export const chooseTemplate = (emails: readonly Readonly<Record<string, Cell>>[], kind: EmailKind): ChosenTemplate => {
  const { subject, message, preview } = emailSetting(emails, kind);
  const builtIn = BUILT_IN_TEXTS[kind];
  const template = {
    subject: subject || builtIn.subject,
    // The built-in preview tells of the built-in message: staff's own may say something else.
    preview: preview || (message ? '' : builtIn.preview),
    message: message || builtIn.message,
  };
  const error = Object.values(template).map(templateError).find(Boolean);
  return error ? { error } : { template };
};
