import { GONE } from '../domain/erased';
import { isObject, readOrderForm } from '../intake/order-form';
import { ERASED, OPEN, parseRejectedKey } from '../intake/rejected';
import { type Person, plain, type Traits } from './scrub';

/** What a rejected request says about its customer; null if it can't be read. */
interface Told extends Traits {
  readonly email: string;
  readonly id: string;
  /** Every text in it, as it is meant: without the escapes of JSON. */
  readonly text: string;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : '';

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [textOf(value)];

const toldIn = (raw: string): Told | null => {
  try {
    const body: unknown = JSON.parse(raw);
    if (!isObject(body)) return null;
    const { customerName, email, phone, street, apartment, orderId } = readOrderForm(body).values;
    return {
      ...{ name: textOf(customerName), email: textOf(email), phone: textOf(phone), id: textOf(orderId) },
      street: [textOf(street), textOf(apartment)].filter(Boolean).join(', '),
      text: textsIn(body).join('\n'),
    };
  } catch {
    return null;
  }
};

type CellOf = (header: string) => string;

/**
 * Whose a refused request is: `theirs` without doubt, by its address or by the order that came of it; or why it may be,
 * as a part of a sentence; blank when nothing speaks for it.
 */
export const whoseRefused = (cell: CellOf, person: Person): 'theirs' | { readonly why: string } | '' => {
  const raw = cell('Raw Body');
  if (raw === '' || raw === GONE) return '';
  const told = toldIn(raw);
  const key = parseRejectedKey(cell('Fingerprint'));
  const email = plain(told?.email ?? '');
  if (person.emails.has(email) || person.refused.has(raw) || person.posts.has(key?.fingerprint ?? '')) return 'theirs';
  const ids = [cell('Order ID'), key?.id ?? '', told?.id ?? ''];
  const isOrder = ids.some((id) => person.keys.has(id));
  const isAddressed = person.isAddressedIn(raw) || person.isAddressedIn(told?.text ?? '');
  // Without an address of its own nobody else claims it.
  if (!email.includes('@') && (isOrder || isAddressed)) return 'theirs';
  const why =
    (told && person.inCommon(told)) ||
    (isOrder ? 'the same Order ID' : '') ||
    (told && isLikeOf(told, person) ? 'the same name and almost the same email' : '') ||
    (isAddressed ? 'it names the email' : '') ||
    (person.isNamedIn(raw) || person.isNamedIn(told?.text ?? '') ? 'it names the customer' : '');
  return why ? { why } : '';
};

/** The same name, and the same in front of the @ or most of the address: a slip of the hand. */
const isLikeOf = ({ name, email }: Told, person: Person): boolean => {
  const [local = ''] = plain(email).split('@');
  return (
    local !== '' &&
    person.isNamedIn(name) &&
    [...person.emails].some((own) => own.split('@')[0] === local || own.startsWith(plain(email)))
  );
};

/** What surely theirs tell: more than the orders may. */
export const traitsIn = (cell: CellOf): Traits | null => toldIn(cell('Raw Body'));

/** A refused request of the customer without them: it goes as a whole, and there is nothing left to see to. */
export const withoutRefused = (cell: CellOf): Readonly<Record<string, string>> => ({
  'Raw Body': GONE,
  ...(cell('Reasons') === '' ? {} : { Reasons: GONE }),
  ...(cell('State').toLowerCase() === OPEN ? { State: ERASED } : {}),
});

/** One line of it for people. */
export const shownRefused = (cell: CellOf): string => {
  const told = toldIn(cell('Raw Body'));
  if (!told) return cell('Raw Body');
  return [told.name, told.email, told.phone, told.street, told.id && `order ${told.id}`].filter(Boolean).join(', ');
};
