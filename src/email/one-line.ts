import { defuse } from '../domain/defuse';

/** Control characters, and those that turn the direction of what follows: no line that an email program shows may hold them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text of one line without control characters; emoji and every script stay as they are. */
export const oneLine = (text: string): string =>
  text.replace(CONTROL, ' ').replace(LONE_SURROGATE, '\ufffd').replace(/ {2,}/g, ' ').trim();

/** Text of a customer: one line, and nothing in it that an email program makes a link of. */
export const harmless = (text: string): string => defuse(oneLine(text));

/** One line, cut between characters where it is longer than so many UTF-16 units. */
const upTo =
  (longest: number) =>
  (text: string): string => {
    const line = oneLine(text);
    return line.length <= longest ? line : `${oneLine(line.slice(0, longest - 2)).replace(/\ufffd$/, '')}…`;
  };

/** A subject: MailApp takes 250 units. */
export const subjectLine = upTo(248);

/** What the inbox shows behind the subject; none shows more. */
export const preheaderLine = upTo(140);
