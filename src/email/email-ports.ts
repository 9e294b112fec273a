import type { Ports } from '../core/all-ports';

/** What sending needs from the world. */
export type EmailPorts = Pick<
  Ports,
  'clock' | 'properties' | 'mailer' | 'emails' | 'outbox' | 'ledger' | 'orders' | 'change' | 'customerLinks' | 'sends'
>;
