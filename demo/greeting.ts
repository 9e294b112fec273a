import type { AuthMode } from './options';
import { provenPost, type Secrets } from './proven-post';

const ORDER = {
  customerName: 'Paul Smith',
  email: 'paul@example.com',
  phone: '407-555-0134',
  fulfillmentType: 'ship',
  street: '123 Main St',
  apartment: 'Apt 4',
  city: 'Orlando',
  state: 'FL',
  zipCode: '32801',
  eventCode: 'ASDAR26',
  items: [
    { photoNumber: '1234', qty4x6: 3, qty5x7: 0, qty8x10: 0 },
    { photoNumber: '1235', qty4x6: 0, qty5x7: 0, qty8x10: 1 },
  ],
};

/** A line to paste into a terminal that posts an order, proved as the mode asks. */
const curlLine = (webApp: string, mode: AuthMode, secrets: Secrets, now: number): string => {
  const { body, query } = provenPost(ORDER, mode, secrets, now);
  const address = query === '' ? webApp : `'${webApp}?${query}'`;
  return `curl -sL -H 'Content-Type: application/json' -d '${body}' ${address}`;
};

const WHO_MAY_POST: Readonly<Record<AuthMode, string>> = {
  open: 'anybody on this machine may post, pages of other sites may not (--auth open, for trials only)',
  key: 'posts carry the shared key (--auth key)',
  signature: 'posts are signed (--auth signature); the line below is good for five minutes',
};

/** What the greeting ends with: who may post, and a line that does. */
export const postingLines = (webApp: string, mode: AuthMode, secrets: Secrets, now: number): string[] => [
  `               ${WHO_MAY_POST[mode]}`,
  '',
  'Post an order:',
  '',
  curlLine(webApp, mode, secrets, now),
];
