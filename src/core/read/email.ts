import { codePoint } from '../../domain/text/look-alikes';
import { cleanedField, notText, quoted, type Reading, textSent } from './reading';

/** Characters, for the whole address and the part before the @ (RFC 5321, 4.5.3.1; RFC 3696, erratum 1690). */
const LONGEST_EMAIL = 254;
const LONGEST_LOCAL = 64;

/**
 * `Atext` of RFC 5322, 3.2.3: the characters allowed before the @. Quoted parts are rejected; in practice they don't
 * exist.
 */
const LOCAL_CHARACTER = /[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]/;
/** `Sub-domain` of RFC 5321, 4.1.2, with 63 characters at most (RFC 1035, 2.3.4). */
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const LAST_LABEL = /^[A-Za-z]{2,63}$/;

const firstNot = (text: string, allowed: RegExp): string | undefined => [...text].find((one) => !allowed.test(one));

const named = (character: string): string =>
  /[!-~]/.test(character) ? `"${character}"` : `"${character}" (${codePoint(character)})`;

/** What is wrong with the part before the @ (`Dot-string`, RFC 5321, 4.1.2), or null. */
const localError = (local: string): string | null => {
  const strange = firstNot(local, LOCAL_CHARACTER);
  if (local === '') return 'has nothing before the @';
  if (strange) return `has ${named(strange)} before the @`;
  if (local.startsWith('.')) return 'begins with a dot';
  if (local.endsWith('.')) return 'has a dot right before the @';
  if (local.includes('..')) return 'has two dots in a row';
  return local.length > LONGEST_LOCAL
    ? `has ${local.length} characters before the @ (the limit is ${LONGEST_LOCAL})`
    : null;
};

const domainError = (domain: string): string | null => {
  const strange = firstNot(domain, /[A-Za-z0-9.-]/);
  const labels = domain.split('.');
  if (domain === '') return 'has nothing after the @';
  if (/^\[|^\d+(\.\d+){3}$/.test(domain)) return 'has a number instead of a domain name after the @';
  if (strange) return `has ${named(strange)} after the @`;
  if (domain.startsWith('.')) return 'has a dot right after the @';
  if (labels.length < 2) return `has no dot after the @ (as in "${domain}.com")`;
  if (labels.includes('')) return 'has two dots in a row';
  const broken = labels.find((label) => !LABEL.test(label));
  if (broken !== undefined) return `has "${broken.slice(0, 30)}" after the @`;
  return LAST_LABEL.test(labels[labels.length - 1] ?? '') ? null : `ends in ".${labels[labels.length - 1]}"`;
};

/** What keeps a text from being exactly one email address, as the rest of a sentence; null when nothing does. */
const emailError = (text: string): string | null => {
  if (text.length > LONGEST_EMAIL) return `has ${text.length} characters (the limit is ${LONGEST_EMAIL})`;
  const at = text.lastIndexOf('@');
  if (at < 0) return 'has no @';
  if (/[<>]/.test(text)) return 'has a name or brackets around the address';
  if (/@.*[,;\s].*@/.test(text)) return 'has more than one address';
  if (text.indexOf('@') !== at) return 'has more than one @';
  if (/\s/.test(text)) return 'contains a space';
  return localError(text.slice(0, at)) ?? domainError(text.slice(at + 1));
};

/**
 * A single email address, without invisible characters and trailing commas or periods. A rejection names what was
 * found, so that an address that looks right isn't called wrong without a reason. Blank stays blank.
 */
export const readEmail = (sent: unknown): Reading<string> => {
  const typed = textSent(sent);
  if (typed === null) return { problem: notText(sent) };
  const { text, warnings, remarks } = cleanedField(typed, 'email');
  const value = text.replace(/^mailto:/i, '').replace(/[.,;]{1,3}$/, '');
  if (value === '') return { value: '', warnings, remarks };
  const error = emailError(value);
  if (error) return { problem: `${quoted(text)} is not a valid email address such as paul@example.com: it ${error}` };
  if (value !== text) remarks.push(`The email ${quoted(text)} was read as ${value}.`);
  return { value, warnings, remarks };
};
