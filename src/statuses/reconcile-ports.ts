import type { Ports } from '../core/all-ports';

/** What reconciling needs from the world. */
export type ReconcilePorts = Pick<
  Ports,
  'clock' | 'workbook' | 'ledger' | 'orders' | 'outbox' | 'scratch' | 'change' | 'sends'
>;
