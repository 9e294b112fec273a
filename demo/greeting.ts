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
 * A command that sends an order, with the proof the mode asks for. In PowerShell `curl` is another program, and
 * quotes get lost on their way to it, so there it's PowerShell's own command.
 */
const postLine = (webApp: string, mode: AuthMode, secrets: Secrets, now: number, platform: NodeJS.Platform): string => {
  const { body, query } = provenPost(ORDER, mode, secrets, now);
  const url = query === '' ? webApp : `${webApp}?${query}`;
  if (platform === 'win32')
    return `Invoke-RestMethod -Method Post -ContentType 'application/json' -Body '${body}' -Uri '${url}'`;
  return `curl -sL -H 'Content-Type: application/json' -d '${body}' ${query === '' ? url : `'${url}'`}`;
};

const WHO_MAY_POST: Readonly<Record<AuthMode, string>> = {
  open: "programs on this machine may send orders; other sites' pages may not (--auth open, for trials only)",
  key: 'requests carry the shared key (--auth key)',
  signature: 'requests are signed (--auth signature); the command below works for five minutes',
};

/** What the greeting ends with: who may send orders, and a command that sends one, for this system's terminal. */
export const postingLines = (
  webApp: string,
  mode: AuthMode,
  secrets: Secrets,
  now: number,
  platform: NodeJS.Platform = process.platform,
): string[] => [
  `               ${WHO_MAY_POST[mode]}`,
  '',
  platform === 'win32' ? 'Send an order (in PowerShell):' : 'Send an order:',
  '',
  postLine(webApp, mode, secrets, now, platform),
];
