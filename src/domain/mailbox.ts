/** Domains of one provider whose mailboxes ignore dots in front of the @. */
const WITHOUT_DOTS: readonly string[] = ['gmail.com', 'googlemail.com'];

/**
 * The mailbox behind an address, in small letters: without what follows a `+` (RFC 5233), and at Gmail without dots. Who
 * counts what goes to a person counts by this: of one mailbox anybody can make any number of addresses.
 */
export const mailboxOf = (address: string): string => {
  const text = address.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 1) return text;
  const domain = text.slice(at + 1);
  const local = text.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return WITHOUT_DOTS.includes(domain) ? `${local.replace(/\./g, '')}@gmail.com` : `${local}@${domain}`;
};
