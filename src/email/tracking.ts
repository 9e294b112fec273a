import type { Tracking } from '../core/email-writer';
/** What counts as a tracking number, from the platform and from staff. */
export const TRACKING_FORM = /^[A-Za-z0-9 -]{4,40}$/;

export const NO_TRACKING: Tracking = { number: '', carrier: '', link: '' };

const LINKS = {
  USPS: (number: string) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
  UPS: (number: string) => `https://www.ups.com/track?loc=en_US&tracknum=${number}`,
  FedEx: (number: string) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
} as const;
type Carrier = keyof typeof LINKS;

/** `420`, the ZIP (or ZIP+4) and the label: a scanner reads both, the carrier's page takes the label. */
const withoutZip = (number: string): string => /^420\d{5}(?:\d{4})?(9[1-5]\d{20})$/.exec(number)?.[1] ?? number;

/** Each carrier's number formats; they don't overlap. */
const FORMS: readonly (readonly [Carrier, RegExp])[] = [
  ['UPS', /^1Z[0-9A-Z]{16}$/],
  ['USPS', /^9[1-5]\d{20}$/],
  ['USPS', /^(?:0[1-9]|23|7\d|9[1-5])\d{18}$/],
  ['USPS', /^[A-Z]{2}\d{9}US$/],
  ['FedEx', /^(?:\d{12}|\d{15}|61\d{18}|96\d{20})$/],
];

/**
 * Recognizes the carrier by the form of a tracking number. The customer still gets a number that fits none, just
 * without a link: a wrong link is worse than none.
 */
export const trackingOf = (typed: string): Tracking => {
  const number = withoutZip(typed.replace(/[\s-]+/g, '').toUpperCase());
  if (number === '') return NO_TRACKING;
  const carrier = FORMS.find(([, form]) => form.test(number))?.[0];
  if (!carrier) return { number: typed.trim(), carrier: '', link: '' };
  return { number, carrier, link: LINKS[carrier](number) };
};
