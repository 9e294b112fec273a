/** What a person may do with an email that has not left. */
export type EmailChoice = 'hold' | 'release' | 'settle';
