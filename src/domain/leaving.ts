/** `1 email`, `3 emails`. */
export const emailCount = (count: number): string => (count === 1 ? '1 email' : `${count} emails`);

/** What becomes of the emails that a person's change has made. */
export interface Leaving {
  /** Whether they leave at once; else from the operator's account within minutes. */
  readonly leavesNow: boolean;
  /** Where copies go in test mode, while the emails themselves wait; blank outside of it. */
  readonly testAddress: string;
}

/**
 * A sentence for the person who made the change: how its emails reach the customers.
 * @param told `waiting`: how many of them should have left by now, and have not; `whom`: to whom they go, in words.
 */
export const leavingSentence = (
  count: number,
  { leavesNow, testAddress }: Leaving,
  { waiting = 0, whom = 'to customers' }: { readonly waiting?: number; readonly whom?: string } = {},
): string => {
  const emails = `${emailCount(count)} ${whom}`;
  if (testAddress)
    return `Test mode is on: ${emails} ${count === 1 ? 'waits' : 'wait'} until it ends, and copies go to ${testAddress}.`;
  if (!leavesNow) return `${emails} will leave from the operator's account within some minutes.`;
  return waiting > 0 ? `${emails}, ${waiting} not yet: CPS Orders > Emails > What waits says why.` : `${emails}.`;
};
