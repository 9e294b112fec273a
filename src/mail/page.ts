import { escapeHtml } from './template';

/** The parts of a mail's HTML; `paragraphs` are HTML already, the other texts are not. */
export interface MailPage {
  readonly subject: string;
  readonly studioName: string;
  readonly paragraphs: readonly string[];
  readonly foot: readonly string[];
}

/** A table stands on its own; everything else is a paragraph. */
const block = (html: string): string => {
  const body = html.replace(/\n/g, '<br>');
  return html.startsWith('<table')
    ? `<tr><td style="padding:4px 28px 20px">${body}</td></tr>`
    : `<tr><td style="padding:0 28px 16px;font-size:16px;line-height:1.5">${body}</td></tr>`;
};

/** The HTML part of every mail: one column of tables, inline styles, no images, nothing from elsewhere. */
export const page = ({ subject, studioName, paragraphs, foot }: MailPage): string =>
  '<!DOCTYPE html>' +
  '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
  `<title>${escapeHtml(subject)}</title></head>` +
  '<body style="margin:0;padding:0;background-color:#f4f1ec">' +
  '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background-color:#f4f1ec"><tr><td align="center" style="padding:24px 8px">' +
  '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background-color:#ffffff;border:1px solid #e6e3dd;font-family:Arial,Helvetica,sans-serif;color:#26231f">' +
  `<tr><td style="padding:22px 28px;font-size:20px;font-weight:bold">${escapeHtml(studioName)}</td></tr>` +
  paragraphs.map(block).join('') +
  `<tr><td style="padding:12px 28px 24px;font-size:14px;line-height:1.5;color:#5f5a52">${foot.map(escapeHtml).join('<br>')}</td></tr>` +
  '</table></td></tr></table></body></html>';
