import { count as counted } from './text/for-people';

/** `1 email`, `1,284 emails`. */
export const emailCount = (count: number): string => counted(count, 'email');

/** What happens to the emails that a change by staff creates. */
export interface Leaving {
  /** Whether they are sent right away; otherwise the operator's account sends them within minutes. */
  readonly leavesNow: boolean;
  /** Where copies go in test mode, while the emails themselves wait; blank if test mode is off. */
  readonly testAddress: string;
}

/**
 * A sentence for whoever made the change: how its emails reach the customers.
 * @param told `waiting`: how many of them should have been sent by now but weren't; `whom`: the recipients, in words.
 */
export const leavingSentence = (
  count: number,
  { leavesNow, testAddress }: Leaving,
  { waiting = 0, whom = 'to customers' }: { readonly waiting?: number; readonly whom?: string } = {},
): string => {
  const emails = `${emailCount(count)} ${whom}`;
  if (testAddress) return `Test mode is on: ${emails} will go out when it ends, and copies go to ${testAddress}.`;
  if (!leavesNow) return `${emails} will go out from the operator's account within a few minutes.`;
  return waiting > 0 ? `${emails}, ${waiting} still waiting. See CPS Orders > Emails > Waiting emails.` : `${emails}.`;
};
