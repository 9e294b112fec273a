/** Mail domains that customers mean when they mistype them. */
const COMMON_DOMAINS = [
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'aol.com',
  'comcast.net',
  'verizon.net',
  'live.com',
  'msn.com',
  'att.net',
  'me.com',
] as const;

/** Real domains within one slip of a common one. */
const REAL_DOMAINS = new Set([
  'mail.com',
  'ymail.com',
  'gmx.com',
  'email.com',
  'mac.com',
  'love.com',
  'aim.com',
  'we.com',
]);

/** Whether one slip (a letter missing, extra, wrong, or two swapped) leads from one word to the other. */
const oneSlip = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
};

/** The common domain that a likely misspelt one means (`gmial.com` -> `gmail.com`); null when it looks right. */
export const likelyDomain = (email: string): string | null => {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (REAL_DOMAINS.has(domain) || (COMMON_DOMAINS as readonly string[]).includes(domain)) return null;
  return COMMON_DOMAINS.find((common) => oneSlip(domain, common)) ?? null;
};
