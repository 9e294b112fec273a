/** Domains of one provider whose mailboxes ignore dots in front of the @. */
const WITHOUT_DOTS: readonly string[] = ['gmail.com', 'googlemail.com'];

/**
 * The mailbox of an address, in lower case: without anything after a `+` (RFC 5233) and, for Gmail, without dots.
 * Limits per recipient count by mailbox, since one mailbox can have any number of addresses.
 */
export const mailboxOf = (address: string): string => {
  const text = address.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 1) return text;
  const domain = text.slice(at + 1);
  const local = text.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return WITHOUT_DOTS.includes(domain) ? `${local.replace(/\./g, '')}@gmail.com` : `${local}@${domain}`;
};
