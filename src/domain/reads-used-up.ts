/** What staff read when the Sheets service allows no more reads this minute (docs/google.md G9). */
export const READS_USED_UP =
  'This sheet has reached Google’s limit of 60 reads a minute. Wait a minute, then try again.';
