import { escapeHtml } from '../domain/html';
import { ACT, BUTTON, EMAIL_STYLE } from './email-style';

/** The parts of a mail's HTML; `paragraphs` are HTML already, the other texts are not. */
export interface MailPage {
  readonly subject: string;
  readonly studioName: string;
  /** Where the studio's logo is; blank: its name is shown. */
  readonly logoUrl: string;
  /** A strip above all else that says why this is no mail to a customer; blank for a real one. */
  readonly banner: string;
  readonly paragraphs: readonly string[];
  /** Who signs, below the text. */
  readonly signature: string;
  /** Name and address of the studio, at the foot. */
  readonly foot: readonly string[];
  /** The address of the order's page, at the foot; blank when there is none or the text has it. */
  readonly statusLink: string;
}

const SIDE = 'padding-left:24px;padding-right:24px';

/** What the reader has to do stands in a box; a table stands on its own; everything else is a paragraph. */
const block = (html: string): string => {
  const body = html.replace(/\n/g, '<br>');
  if (html.startsWith('<table')) return `<tr><td style="padding:10px 24px 26px">${body}</td></tr>`;
  if (!html.includes(ACT) && !html.includes(BUTTON)) {
    return `<tr><td style="padding:0 24px 16px;font-size:16px;line-height:1.55">${body}</td></tr>`;
  }
  return (
    '<tr><td style="padding:2px 24px 20px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>' +
    `<td style="padding:16px 18px;background-color:${EMAIL_STYLE.tint};border-left:4px solid ${EMAIL_STYLE.accent};font-size:16px;line-height:1.55">${body}</td>` +
    '</tr></table></td></tr>'
  );
};

const brand = ({ studioName, logoUrl }: MailPage): string =>
  logoUrl
    ? `<img src="${escapeHtml(logoUrl)}" alt="${escapeHtml(studioName)}" height="48" style="display:block;max-width:100%;border:0;font-size:20px;font-weight:bold;color:${EMAIL_STYLE.accent}">`
    : escapeHtml(studioName);

const banner = (text: string): string =>
  text
    ? `<tr><td style="padding:12px 24px;background-color:${EMAIL_STYLE.warning};font-size:14px;line-height:1.45">${escapeHtml(text)}</td></tr>`
    : '';

const statusLink = ({ statusLink: url }: MailPage): string[] =>
  url ? [`<a href="${escapeHtml(url)}" style="color:${EMAIL_STYLE.quiet}">See your order</a>`] : [];

/** Outlook for Windows knows no max-width: it gets a table of fixed width around the flexible one. */
const forOutlook = (html: string): string => `<!--[if mso]>${html}<![endif]-->`;

/** The HTML part of every mail: one column of tables, inline styles, nothing from elsewhere but the studio's logo. */
export const page = (mail: MailPage): string =>
  '<!DOCTYPE html>' +
  '<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
  '<meta name="format-detection" content="telephone=no, date=no, address=no"><meta name="color-scheme" content="light">' +
  `<title>${escapeHtml(mail.subject)}</title></head>` +
  `<body style="margin:0;padding:0;background-color:${EMAIL_STYLE.paper}">` +
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${EMAIL_STYLE.paper}"><tr><td align="center" style="padding:24px 8px 32px">` +
  forOutlook('<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td>') +
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background-color:${EMAIL_STYLE.card};border-top:5px solid ${EMAIL_STYLE.accent};font-family:${EMAIL_STYLE.font};color:${EMAIL_STYLE.ink};text-align:left;word-break:break-word">` +
  banner(mail.banner) +
  `<tr><td style="padding:24px 24px 0;font-size:17px;font-weight:bold;color:${EMAIL_STYLE.accent}">${brand(mail)}</td></tr>` +
  `<tr><td style="padding:14px 24px 18px"><h1 style="margin:0;font-size:25px;line-height:1.25;font-weight:bold">${escapeHtml(mail.subject)}</h1></td></tr>` +
  mail.paragraphs.map(block).join('') +
  (mail.signature
    ? `<tr><td style="padding:4px 24px 24px;font-size:16px;line-height:1.55;font-weight:bold">${escapeHtml(mail.signature)}</td></tr>`
    : '') +
  (mail.foot.length > 0 || mail.statusLink
    ? `<tr><td style="${SIDE};padding-top:16px;padding-bottom:20px;border-top:1px solid ${EMAIL_STYLE.line};font-size:13px;line-height:1.5;color:${EMAIL_STYLE.quiet}">${[...statusLink(mail), ...mail.foot.map(escapeHtml)].join('<br>')}</td></tr>`
    : '') +
  `</table>${forOutlook('</td></tr></table>')}</td></tr></table></body></html>`;
