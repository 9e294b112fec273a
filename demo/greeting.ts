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

/**
 * A line to paste into a terminal that posts an order, proved as the mode asks. In PowerShell `curl` is another program, and
 * quotes get lost on their way to it: there it is PowerShell's own command.
 */
const postLine = (webApp: string, mode: AuthMode, secrets: Secrets, now: number, platform: NodeJS.Platform): string => {
  const { body, query } = provenPost(ORDER, mode, secrets, now);
  const url = query === '' ? webApp : `${webApp}?${query}`;
  if (platform === 'win32')
    return `Invoke-RestMethod -Method Post -ContentType 'application/json' -Body '${body}' -Uri '${url}'`;
  return `curl -sL -H 'Content-Type: application/json' -d '${body}' ${query === '' ? url : `'${url}'`}`;
};

const WHO_MAY_POST: Readonly<Record<AuthMode, string>> = {
  open: 'anybody on this machine may post, pages of other sites may not (--auth open, for trials only)',
  key: 'posts carry the shared key (--auth key)',
  signature: 'posts are signed (--auth signature); the line below is good for five minutes',
};

/** What the greeting ends with: who may post, and a line that does, for the terminal of this system. */
export const postingLines = (
  webApp: string,
  mode: AuthMode,
  secrets: Secrets,
  now: number,
  platform: NodeJS.Platform = process.platform,
): string[] => [
  `               ${WHO_MAY_POST[mode]}`,
  '',
  platform === 'win32' ? 'Post an order (in PowerShell):' : 'Post an order:',
  '',
  postLine(webApp, mode, secrets, now, platform),
];
