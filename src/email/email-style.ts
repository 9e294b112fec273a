/** Colours and styles of all mails: inline, since mail programs drop style sheets (test/email/html-rules.ts says which). */
export const EMAIL_STYLE = {
  paper: '#f3f0ea',
  card: '#ffffff',
  ink: '#23282b',
  quiet: '#5c6468',
  line: '#e5e1d8',
  accent: '#17495a',
  tint: '#edf3f4',
  warning: '#fff3c4',
  font: "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
} as const;

/** An amount or a place that the reader has to act on: a paragraph that holds one stands in a tinted box. */
export const ACT = `font-weight:bold;color:${EMAIL_STYLE.accent}`;

/** The same for an amount of money: it is what the eye falls on first. */
export const AMOUNT = `font-size:20px;${ACT}`;

/** A link that nobody has to follow. */
export const QUIET_LINK = `color:${EMAIL_STYLE.accent}`;

/** One of the star links: a line of its own, high enough for a thumb. */
export const STAR = `display:block;padding:11px 2px;border-bottom:1px solid ${EMAIL_STYLE.line};color:${EMAIL_STYLE.accent};font-size:17px;text-decoration:none`;

/** A link as a button. A paragraph that holds one stands in a tinted box, too. */
export const BUTTON = `display:inline-block;margin-top:10px;padding:12px 22px;background-color:${EMAIL_STYLE.accent};color:#ffffff;font-weight:bold;text-decoration:none;border-radius:6px`;
