/** `1 mail`, `3 mails`. */
export const mailCount = (count: number): string => (count === 1 ? '1 mail' : `${count} mails`);

/** What becomes of the mails that a person's change has made. */
export interface Leaving {
  /** Whether they leave at once; else from the operator's account within minutes. */
  readonly leavesNow: boolean;
  /** Where copies go in test mode, while the mails themselves wait; blank outside of it. */
  readonly testAddress: string;
}

/**
 * A sentence for the person who made the change: how its mails reach the customers.
 * @param told `waiting`: how many of them should have left by now, and have not; `whom`: to whom they go, in words.
 */
export const leavingSentence = (
  count: number,
  { leavesNow, testAddress }: Leaving,
  { waiting = 0, whom = 'to customers' }: { readonly waiting?: number; readonly whom?: string } = {},
): string => {
  const mails = `${mailCount(count)} ${whom}`;
  if (testAddress)
    return `Test mode is on: ${mails} ${count === 1 ? 'waits' : 'wait'} until it ends, and copies go to ${testAddress}.`;
  if (!leavesNow) return `${mails} will leave from the operator's account within some minutes.`;
  return waiting > 0 ? `${mails}, ${waiting} not yet: CPS Orders > Emails > What waits says why.` : `${mails}.`;
};
