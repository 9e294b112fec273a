/** The mails to customers (design.md 5), in the order in which the quota serves them. */
export const MAIL_KINDS = ['receipt', 'paid', 'shipped', 'cancelled', 'feedback'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
