/** What staff may do with an unsent email. */
export type EmailChoice = 'hold' | 'release' | 'settle';
