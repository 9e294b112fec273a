/** Placeholders for "nothing", typed or generated: `n/a`, `none`, `-`, `null`. */
export const saysNothing = (text: string): boolean =>
  /^(?:n\.?\s?\/?\s?a\.?|none|nil|null|undefined|not applicable|[-–—./\\]+)?$/i.test(text.trim());
