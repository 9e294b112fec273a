/** What programs and people write where nothing is to be said: `n/a`, `none`, `-`, `null`. */
export const saysNothing = (text: string): boolean =>
  /^(?:n\.?\s?\/?\s?a\.?|none|nil|null|undefined|not applicable|[-–—./\\]+)?$/i.test(text.trim());
