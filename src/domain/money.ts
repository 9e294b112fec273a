/** A whole number of US cents. All arithmetic inside the program is in cents; dollars exist only at the edges. */
export type Cents = number & { readonly unit: 'cents' };

/** Marks a whole number as cents. @throws RangeError when it is not a safe whole number. */
export const cents = (value: number): Cents => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of cents`);
  return value as Cents;
};

export const NO_MONEY = cents(0);

/** The sum of amounts. */
export const sum = (amounts: readonly Cents[]): Cents => cents(amounts.reduce((total, amount) => total + amount, 0));

/** `2400` as `"24.00"`: how money is written in the API. */
export const formatAmount = (amount: Cents): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** `123456` as `"$1,234.56"`: an amount ready to show. */
export const formatDollars = (amount: Cents): string => {
  const [whole = '0', fraction = '00'] = formatAmount(cents(Math.abs(amount))).split('.');
  return `${amount < 0 ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
};

/** Cents as the dollar number that a cell holds. */
export const toDollars = (amount: Cents): number => amount / 100;

const AMOUNT = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/** Reads `24`, `24.5`, `"24.00"`, `"$1,234.50"`; null for anything else (negative, more than two decimals, text). */
export const parseAmount = (value: unknown): Cents | null => {
  if (typeof value === 'number') {
    const amount = Math.round(value * 100);
    const exact = value >= 0 && Number.isSafeInteger(amount) && Math.abs(value * 100 - amount) < 1e-3;
    return exact ? cents(amount) : null;
  }
  if (typeof value !== 'string') return null;
  const match = AMOUNT.exec(value.trim());
  if (!match) return null;
  const amount = Number(`${(match[1] ?? '').replace(/,/g, '')}${(match[2] ?? '').padEnd(2, '0')}`);
  return Number.isSafeInteger(amount) ? cents(amount) : null;
};
