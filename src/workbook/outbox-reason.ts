/**
 * Why a mail stands where it does, as far as the program goes by it later: held for a broken text (until that is
 * right), stopped because there were too many, waiting for the end of test mode, waiting for a ceiling of its kind, or
 * released by a person (then nothing stops it again). It stands as a code behind the words of the Error cell, `[bad-text]`:
 * the words may be changed.
 */
export type Reason = 'bad-text' | 'stopped' | 'test-mode' | 'released' | 'waits';

/** How the words began in rows that were written before there were codes. They stay as they were then. */
const BEFORE_CODES: Readonly<Record<Reason, string | null>> = {
  'bad-text': 'Held for its text in the Emails tab: ',
  stopped: 'Stopped: ',
  'test-mode': 'Test mode: ',
  released: 'Released',
  waits: null,
};
const REASONS = Object.keys(BEFORE_CODES) as readonly Reason[];

const codeOf = (reason: Reason): string => ` [${reason}]`;

/** An Error cell: words for people, and the code behind them. */
export const reasonCell = (reason: Reason, words: string): string => `${words}${codeOf(reason)}`;

/** The reason in an Error cell; null when it holds none that the program goes by. */
export const reasonIn = (cell: string): Reason | null =>
  REASONS.find((reason) => cell.endsWith(codeOf(reason))) ??
  REASONS.find((reason) => BEFORE_CODES[reason] !== null && cell.startsWith(BEFORE_CODES[reason])) ??
  null;

/** The words of an Error cell. */
export const wordsIn = (cell: string): string => {
  const reason = REASONS.find((each) => cell.endsWith(codeOf(each)));
  return reason ? cell.slice(0, -codeOf(reason).length) : cell;
};
