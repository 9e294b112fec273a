import { oneSlip } from './one-slip';

/** Email domains that customers mean when they mistype them. */
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

/** The common domain that was probably meant (`gmial.com` -> `gmail.com`); null if it looks right. */
export const likelyDomain = (email: string): string | null => {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (REAL_DOMAINS.has(domain) || (COMMON_DOMAINS as readonly string[]).includes(domain)) return null;
  return COMMON_DOMAINS.find((common) => oneSlip(domain, common)) ?? null;
};
