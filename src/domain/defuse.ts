/**
 * Goes around the characters that make a link. It's invisible and allows no line break. If an email program takes the
 * text around it for a host name anyway, that name isn't valid (UTS #46, rule CONTEXTJ) and leads nowhere; a zero-width
 * space or a word joiner would be dropped and the link would work.
 */
const BREAK = '\u200c';

/** The ASCII period, the characters that browsers treat as one in host names (UTS #46), and the one-dot leader. */
const STOPS = '.。．｡․﹒';
/** Invisible characters that host names are read without (UTS #46, ignored). */
const UNSEEN = '[\\p{Cf}\\p{Default_Ignorable_Code_Point}]{0,8}';

const JOINTS: readonly RegExp[] = [
  // A scheme: `https://`, `//`, `mailto:`, and what only looks like one.
  /[/／](?=[/／])|(?<=[/／])[/／]|(?<=[a-zａ-ｚ]{3})[:：](?=[^\s\u200c])/giu,
  // A host name: `www.`, `evil.com`, `evil.com/win`, `xn--80ak6aa92e.com`, `i❤.ws`; no stop of `N.W.`, `39.2` or of a sentence.
  new RegExp(
    `(?<=[^\\s\\u200c${STOPS}]${UNSEEN})(?<!\\u200c)[${STOPS}](?=${UNSEEN}[\\p{L}\\p{M}\\p{N}\\p{S}\\p{Cf}-]{0,60}\\p{L}[\\p{M}\\p{Cf}]*\\p{L})`,
    'gu',
  ),
  // `www.` and a name of one letter, or of digits.
  new RegExp(`(?<=\\bwww)[${STOPS}]`, 'giu'),
  // The number of a computer: four groups of digits.
  /(?<=\b\d{1,3})\.(?=\d{1,3}\.\d{1,3}\.\d{1,3}\b)|(?<=\b\d{1,3}\.\d{1,3})\.(?=\d{1,3}\.\d{1,3}\b)|(?<=\b\d{1,3}\.\d{1,3}\.\d{1,3})\.(?=\d{1,3}\b)/g,
  // An email address.
  /(?<=[^\s\u200c])[@＠﹫](?=[^\s\u200c])/gu,
];

/**
 * A customer's words for emails and pages: they look the same, but no email program turns them into a link. Anyone can
 * order under any name and address, and a receipt must not spread their links. Applying it twice changes nothing.
 */
export const defuse = (text: string): string => {
  const at = new Set<number>();
  for (const joint of JOINTS) for (const { index } of text.matchAll(joint)) at.add(index ?? 0);
  let safe = '';
  let done = 0;
  for (const index of [...at].sort((a, b) => a - b)) {
    safe += `${text.slice(done, index)}${BREAK}${text[index]}${BREAK}`;
    done = index + 1;
  }
  return safe + text.slice(done);
};
