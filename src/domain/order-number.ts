/** The prefix of orders that belong to no event; its sequence is shared by codes that the Events tab does not have. */
export const HOUSE_PREFIX = 'CPS';

/** The prefix of an order's number: its event code in capitals, else `CPS` (docs/design.md 2.3). */
export const numberPrefix = (eventCode: string): string => eventCode.toUpperCase() || HOUSE_PREFIX;

/** `('ASDAR26', 1)` as `ASDAR26-0001`: at least four digits. */
export const formatOrderNumber = (prefix: string, sequence: number): string =>
  `${prefix}-${String(sequence).padStart(4, '0')}`;

const NUMBER = /^(.+)-(\d{4,})$/;

/** The prefix and sequence of an order number; null for text that is none. */
export const parseOrderNumber = (text: string): { readonly prefix: string; readonly sequence: number } | null => {
  const match = NUMBER.exec(text);
  return match ? { prefix: match[1] ?? '', sequence: Number(match[2]) } : null;
};
