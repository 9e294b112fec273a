import type { EmailKind } from '../domain/email-kind';
import { type Cell, textOf } from './layout';
import { PREVIEW_COLUMN } from './tabs';

/** What staff have set for one kind of email; blank texts mean the built-in ones. */
export interface EmailSetting {
  readonly on: boolean;
  readonly subject: string;
  readonly message: string;
  /** What the inbox shows behind the subject. */
  readonly preview: string;
}

const OFF = ['off', 'no', 'false'];

/** Reads the line of a kind in the Emails tab; a missing line means on, with the built-in text. */
export const emailSetting = (emails: readonly Readonly<Record<string, Cell>>[], kind: EmailKind): EmailSetting => {
  const row = emails.find((candidate) => textOf(candidate.Kind).toLowerCase() === kind);
  return {
    on: !OFF.includes(textOf(row?.On).toLowerCase()),
    subject: textOf(row?.Subject),
    message: textOf(row?.Message),
    preview: textOf(row?.[PREVIEW_COLUMN]),
  };
};
