/** What staff read when the Sheets service allows no more reads this minute (docs/google.md G9). */
export const READS_USED_UP =
  'Google lets this sheet be read 60 times a minute, and that is used up. Please wait a minute, then try again.';
