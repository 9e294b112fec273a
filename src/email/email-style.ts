/** Colors and styles of all emails: inline, since email programs drop style sheets (test/email/html-rules.ts says which). */
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

/**
 * The same in dark mode, for email programs that read style sheets; the others invert the light colors by their own
 * rules. Classes: p(aper), c(ard), q(uiet), a(ccent), t(inted box), b(utton), w(arning).
 */
export const DARK =
  ':root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){' +
  '.p{background-color:#14181a!important}.c{background-color:#20262a!important;color:#eceff0!important;border-color:#8fcbe0!important}' +
  '.c td,.c th,.c a{border-color:#465055!important}.q{color:#aab4b8!important}.a{color:#8fcbe0!important}' +
  '.c .t{background-color:#2b353a!important;border-color:#8fcbe0!important}' +
  '.b{background-color:#8fcbe0!important;color:#10181b!important}.w{background-color:#4b4013!important}}';

/** An amount or place the reader needs to act on; its paragraph gets a tinted box. */
export const ACT = `font-weight:bold;color:${EMAIL_STYLE.accent}`;

/** The same for an amount of money: it is what the eye falls on first. */
export const AMOUNT = `font-size:20px;${ACT}`;

/** A link the reader can ignore. */
export const QUIET_LINK = `color:${EMAIL_STYLE.accent}`;

/** One of the star links, on its own line and tall enough for a thumb. */
export const STAR = `display:block;padding:11px 2px;border-bottom:1px solid ${EMAIL_STYLE.line};color:${EMAIL_STYLE.accent};font-size:17px;text-decoration:none`;

/** A link as a button; its paragraph gets a tinted box, too. */
export const BUTTON = `display:inline-block;margin-top:10px;padding:12px 18px;background-color:${EMAIL_STYLE.accent};color:#ffffff;font-weight:bold;text-decoration:none;border-radius:6px`;
