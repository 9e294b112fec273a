/**
 * Why an email is in its state, as far as the program goes by it later: held for a broken text (until that is
 * right), stopped because there were too many, held until staff have looked at an unusually high total, waiting for the end
 * of test mode, waiting for a ceiling of its kind, held since its tracking number is another order's, or released by someone (then nothing stops it again). It is a code
 * behind the words of the Error cell, `[bad-text]`: the words may be changed.
 */
export type Reason = 'bad-text' | 'stopped' | 'large-total' | 'test-mode' | 'released' | 'waits' | 'moved';

/** How the words began in rows that were written before there were codes. They stay as they were then. */
const BEFORE_CODES: Readonly<Record<Exclude<Reason, 'large-total' | 'waits' | 'moved'>, string>> = {
  'bad-text': 'Held for its text in the Emails tab: ',
  stopped: 'Stopped: ',
  'test-mode': 'Test mode: ',
  released: 'Released',
};
const OLD_REASONS = Object.keys(BEFORE_CODES) as readonly (keyof typeof BEFORE_CODES)[];
const REASONS: readonly Reason[] = [...OLD_REASONS, 'large-total', 'waits', 'moved'];

const codeOf = (reason: Reason): string => ` [${reason}]`;

/** An Error cell: words for people, and the code behind them. */
export const reasonCell = (reason: Reason, words: string): string => `${words}${codeOf(reason)}`;

/** The reason in an Error cell; null when it holds none that the program goes by. */
export const reasonIn = (cell: string): Reason | null =>
  REASONS.find((reason) => cell.endsWith(codeOf(reason))) ??
  OLD_REASONS.find((reason) => cell.startsWith(BEFORE_CODES[reason])) ??
  null;

/** The words of an Error cell. */
export const wordsIn = (cell: string): string => {
  const reason = REASONS.find((each) => cell.endsWith(codeOf(each)));
  return reason ? cell.slice(0, -codeOf(reason).length) : cell;
};
