const WORDS = 'not available in the local Apps Script: ';

/** How the local Apps Script refuses what it does not have: `not available in the local Apps Script: Range.foo`. */
export const refusalText = (what: string): string => `${WORDS}${what}`;

/** What a message refuses (`Range.foo`), also where a service has put its own words in front; null when it refuses nothing. */
export const refusedIn = (message: string): string | null => {
  const at = message.indexOf(WORDS);
  return at < 0 ? null : message.slice(at + WORDS.length);
};
