import { escapeHtml } from '../domain/html';
import { ACT, BUTTON, DARK, EMAIL_STYLE } from './email-style';

/** What an email is made of besides its own words: the same for customers and for the operator. */
export interface EmailFrame {
  readonly subject: string;
  /** What the inbox shows behind the subject; the email itself and its text part don't. Blank: its first words. */
  readonly preheader: string;
  /** Whose email it is: at its head, as a text unless there is a logo. */
  readonly name: string;
  /** An https address of the logo; blank: the name is shown. */
  readonly logoUrl: string;
  /** A strip above all else that says why this isn't an email to a customer; blank for a real one. */
  readonly banner: string;
  /** Who signs, below the text; blank for nobody. */
  readonly signature: string;
  /** Lines at the foot: name and postal address. */
  readonly foot: readonly string[];
  /** The page of the order, linked above the signature; blank when there is none or the words have it. */
  readonly statusLink: string;
}

/** A link in one of the styles of email-style.ts; `words` is HTML. */
export const anchor = (url: string, words: string, style: string = BUTTON): string =>
  `<a href="${escapeHtml(url)}" class="${style === BUTTON ? 'b' : 'a'}" style="${style}">${words}</a>`;

const nowrap = (html: string): string => `<span style="white-space:nowrap">${html}</span>`;

/** Longer words would be wider than a phone: they may break at a hyphen. */
const LONGEST_WHOLE = 21;
/** Tags, and words with a digit and a sign behind which a line may end: `ASDAR26-0001`, `32801-1234`, `11/28`. */
const TAG_OR_WORD = /<[^>]*>|[^\s<>]*\d[^\s<>]*/g;

/** Keeps words with a digit on one line: half an order number is no use to anybody. */
export const wholeNumbers = (html: string): string =>
  html.replace(TAG_OR_WORD, (word) =>
    word.startsWith('<') || word.length > LONGEST_WHOLE || !/[-‐–—/]/.test(word) ? word : nowrap(word),
  );

/** The size of the heading: its longest word with a digit has to fit a phone, in wide letters too. */
const headingSize = (text: string): number => {
  const longest = Math.max(0, ...(text.match(/\S*\d\S*/g) ?? []).map((word) => word.length));
  return Math.max(15, Math.min(25, Math.floor(300 / longest)));
};

const TABLE = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';
const TEXT = 'font-size:16px;line-height:1.55;word-break:break-word';

const LINKS = /<a [^>]*>[^<]*<\/a>/g;

/** What the reader has to do is in a box, but for a button without words around it; a table is on its own; everything else is a paragraph. */
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

/** The logo is on a plate of its own: a dark one would not be seen in dark mode, where a gradient is not inverted. */
const brand = ({ name, logoUrl }: EmailFrame): string =>
  logoUrl
    ? `<span style="display:inline-block;padding:8px 10px;background:#ffffff linear-gradient(#ffffff,#ffffff);border-radius:6px"><img src="${escapeHtml(logoUrl)}" alt="${escapeHtml(name)}" height="48" style="display:block;max-width:100%;border:0;font-size:20px;font-weight:bold;color:${EMAIL_STYLE.accent}"></span>`
    : escapeHtml(name);

const banner = (text: string): string =>
  text
    ? `<tr><td class="w" style="padding:12px 20px;background-color:${EMAIL_STYLE.warning};font-size:14px;line-height:1.45;word-break:break-word">${escapeHtml(text)}</td></tr>`
    : '';

/** Signs that nobody sees: without them the inbox goes on with the head of the email. */
const preheader = (text: string): string =>
  text
    ? `<div style="display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px">${escapeHtml(text)}${'&#847;&zwnj;&nbsp;'.repeat(90)}</div>`
    : '';

/** Outlook for Windows knows no max-width: it gets a table of fixed width around the flexible one. */
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

/** Empty lines divide paragraphs; a paragraph that came out blank leaves no gap. */
export const paragraphs = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

/**
 * Writes any email: both parts, of equal content.
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
