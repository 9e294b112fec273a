import type { ChosenTemplate } from '../core/email-writer';
import { BUILT_IN_TEXTS, type EmailKind } from '../domain/email-kind';
import { emailSetting } from '../workbook/emails';
import type { Cell } from '../workbook/layout';
import { templateError } from './template';

/** Staff's text for a kind, with the built-in text for empty cells; or why it can't be used. */
export const chooseTemplate = (emails: readonly Readonly<Record<string, Cell>>[], kind: EmailKind): ChosenTemplate => {
  const { subject, message, preview } = emailSetting(emails, kind);
  const builtIn = BUILT_IN_TEXTS[kind];
  const template = {
    subject: subject || builtIn.subject,
    // The built-in preview fits the built-in message only; staff's own may be about something else.
    preview: preview || (message ? '' : builtIn.preview),
    message: message || builtIn.message,
  };
  const error = Object.values(template).map(templateError).find(Boolean);
  return error ? { error } : { template };
};
