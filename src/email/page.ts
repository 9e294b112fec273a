import { escapeHtml } from '../domain/html';
import { ACT, BUTTON, DARK, EMAIL_STYLE } from './email-style';

/** The parts of an email around its own words, the same for customers and the operator. */
export interface EmailFrame {
  readonly subject: string;
  /**
   * What the inbox shows after the subject; it isn't visible in the email itself. Blank: the inbox shows the email's
   * first words.
   */
  readonly preheader: string;
  /** The sender's name at the top, shown as text if there is no logo. */
  readonly name: string;
  /** The https address of the logo; blank to show the name. */
  readonly logoUrl: string;
  /** A strip at the very top that explains why this isn't a real customer email; blank for a real one. */
  readonly banner: string;
  /** The signature below the text; blank for none. */
  readonly signature: string;
  /** Lines at the foot: name and postal address. */
  readonly foot: readonly string[];
  /** The order's page, linked above the signature; blank if there is none or the text already links it. */
  readonly statusLink: string;
}

/** A link in one of the styles of email-style.ts; `words` is HTML. */
export const anchor = (url: string, words: string, style: string = BUTTON): string =>
  `<a href="${escapeHtml(url)}" class="${style === BUTTON ? 'b' : 'a'}" style="${style}">${words}</a>`;

const nowrap = (html: string): string => `<span style="white-space:nowrap">${html}</span>`;

/** Longer words wouldn't fit a phone, so they may break at a hyphen. */
const LONGEST_WHOLE = 21;
/** Tags, and words with a digit and a character after which a line may break: `ASDAR26-0001`, `32801-1234`, `11/28`. */
const TAG_OR_WORD = /<[^>]*>|[^\s<>]*\d[^\s<>]*/g;

/** Keeps words with a digit on one line, so that order numbers are never split. */
export const wholeNumbers = (html: string): string =>
  html.replace(TAG_OR_WORD, (word) =>
    word.startsWith('<') || word.length > LONGEST_WHOLE || !/[-‐–—/]/.test(word) ? word : nowrap(word),
  );

/** The size of the heading: its longest word with a digit must fit a phone, even in a wide font. */
const headingSize = (text: string): number => {
  const longest = Math.max(0, ...(text.match(/\S*\d\S*/g) ?? []).map((word) => word.length));
  return Math.max(15, Math.min(25, Math.floor(300 / longest)));
};

const TABLE = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';
const TEXT = 'font-size:16px;line-height:1.55;word-break:break-word';

const LINKS = /<a [^>]*>[^<]*<\/a>/g;

/**
 * What the reader needs to do goes in a box, except for a button on its own; a table stays as it is; everything else is
 * a paragraph.
 */
const block = (html: string): string => {
  if (html.startsWith('<table')) return `<tr><td style="padding:10px 20px 26px">${html}</td></tr>`;
  const body = wholeNumbers(html.replace(/\n/g, '<br>'));
  const isBoxed = html.includes(ACT) || (html.includes(BUTTON) && html.replace(LINKS, '').trim() !== '');
  if (!isBoxed) return `<tr><td style="padding:0 20px 16px;${TEXT}">${body}</td></tr>`;
  return (
    `<tr><td style="padding:2px 20px 20px">${TABLE}><tr>` +
    `<td class="t" style="padding:16px 14px;background-color:${EMAIL_STYLE.tint};border-left:4px solid ${EMAIL_STYLE.accent};${TEXT}">${body}</td>` +
    '</tr></table></td></tr>'
  );
};

/**
 * The logo gets a white background, or a dark logo would be invisible in dark mode; a gradient isn't inverted there.
 */
const brand = ({ name, logoUrl }: EmailFrame): string =>
  logoUrl
    ? `<span style="display:inline-block;padding:8px 10px;background:#ffffff linear-gradient(#ffffff,#ffffff);border-radius:6px"><img src="${escapeHtml(logoUrl)}" alt="${escapeHtml(name)}" height="48" style="display:block;max-width:100%;border:0;font-size:20px;font-weight:bold;color:${EMAIL_STYLE.accent}"></span>`
    : escapeHtml(name);

const banner = (text: string): string =>
  text
    ? `<tr><td class="w" style="padding:12px 20px;background-color:${EMAIL_STYLE.warning};font-size:14px;line-height:1.45;word-break:break-word">${escapeHtml(text)}</td></tr>`
    : '';

/** Invisible characters: without them the inbox would continue with the email's heading. */
const preheader = (text: string): string =>
  text
    ? `<div style="display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px">${escapeHtml(text)}${'&#847;&zwnj;&nbsp;'.repeat(90)}</div>`
    : '';

/** Outlook for Windows ignores max-width, so it gets a fixed-width table around the flexible one. */
const forOutlook = (html: string): string => `<!--[if mso]>${html}<![endif]-->`;

/**
 * The HTML part of every email: one column of tables, inline styles, nothing from elsewhere but the studio's logo.
 * @param blocks HTML of the paragraphs.
 */
const page = (email: EmailFrame, blocks: readonly string[]): string => {
  const { subject, statusLink, signature, foot } = email;
  const { paper, card, ink, quiet, line, accent, font } = EMAIL_STYLE;
  const all = statusLink ? [...blocks, anchor(statusLink, 'See your order')] : blocks;
  return (
    '<!DOCTYPE html>' +
    '<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<meta name="format-detection" content="telephone=no, date=no, address=no"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">' +
    `<title>${escapeHtml(subject)}</title><style>${DARK}</style></head>` +
    `<body class="p" style="margin:0;padding:0;background-color:${paper}">` +
    preheader(email.preheader) +
    `${TABLE} class="p" style="background-color:${paper}"><tr><td align="center" style="padding:24px 8px 32px">` +
    forOutlook(`${TABLE.replace('100%', '600')}><tr><td>`) +
    `${TABLE} class="c" style="max-width:600px;background-color:${card};border-top:5px solid ${accent};font-family:${font};color:${ink};text-align:left">` +
    banner(email.banner) +
    `<tr><td class="a" style="padding:24px 20px 0;font-size:17px;font-weight:bold;color:${accent};word-break:break-word">${brand(email)}</td></tr>` +
    `<tr><td style="padding:14px 20px 18px"><h1 style="margin:0;font-size:${headingSize(subject)}px;line-height:1.25;font-weight:bold;word-break:break-word">${wholeNumbers(escapeHtml(subject))}</h1></td></tr>` +
    all.map(block).join('') +
    (signature
      ? `<tr><td style="padding:4px 20px 24px;font-weight:bold;${TEXT}">${escapeHtml(signature)}</td></tr>`
      : '') +
    (foot.length > 0
      ? `<tr><td class="q" style="padding:16px 20px 20px;border-top:1px solid ${line};font-size:13px;line-height:1.5;color:${quiet};word-break:break-word">${wholeNumbers(foot.map(escapeHtml).join('<br>'))}</td></tr>`
      : '') +
    (signature || foot.length > 0 ? '' : '<tr><td style="padding:0 20px 10px"></td></tr>') +
    `</table>${forOutlook('</td></tr></table>')}</td></tr></table></body></html>`
  );
};

const unique = (parts: readonly string[]): string[] =>
  parts.filter((part, index) => part !== '' && parts.indexOf(part) === index);

/** Splits text into paragraphs at empty lines; a blank paragraph leaves no gap. */
export const paragraphs = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

/**
 * Writes any email: a text part and an HTML part with the same content.
 * @param words its paragraphs, as text and as HTML.
 */
export const writeEmail = (
  frame: EmailFrame,
  words: { readonly text: readonly string[]; readonly html: readonly string[] },
): { readonly subject: string; readonly text: string; readonly html: string } => {
  const { subject, banner, statusLink, signature } = frame;
  const foot = unique(frame.foot);
  return {
    subject,
    text: [
      banner,
      subject,
      ...words.text,
      statusLink && `See your order: ${statusLink}`,
      unique([signature, ...foot]).join('\n'),
    ]
      .filter(Boolean)
      .join('\n\n'),
    html: page({ ...frame, foot: foot.filter((line) => line !== signature) }, words.html),
  };
};
