/** What a person may do with a mail that has not left. */
export type MailChoice = 'hold' | 'release' | 'settle';
