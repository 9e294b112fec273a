/** The lines of a text, trimmed and without blank ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Whether a text only says that there is nothing: `n/a`, `none`, `-`, or what a formula that fails shows. */
export const saysNone = (text: string): boolean =>
  /^(?:n\/?a|none|no|unknown|[^\p{L}\d]*|#[A-Z/0!?]+)$/iu.test(text.trim());
