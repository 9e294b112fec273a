import { defuse } from '../domain/defuse';

/** Control characters and those that change text direction: no line of an email may contain them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are removed.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text of one line without control characters; emoji and every script stay as they are. */
export const oneLine = (text: string): string =>
  text.replace(CONTROL, ' ').replace(LONE_SURROGATE, '\ufffd').replace(/ {2,}/g, ' ').trim();

/** A customer's words: one line, with nothing that an email program would turn into a link. */
export const harmless = (text: string): string => defuse(oneLine(text));

/** One line, cut between characters if it exceeds a number of UTF-16 units. */
const upTo =
  (longest: number) =>
  (text: string): string => {
    const line = oneLine(text);
    return line.length <= longest ? line : `${oneLine(line.slice(0, longest - 2)).replace(/\ufffd$/, '')}…`;
  };

/** A subject: MailApp allows 250 units. */
export const subjectLine = upTo(248);

/** What the inbox shows after the subject; no inbox shows more than this. */
export const preheaderLine = upTo(140);
