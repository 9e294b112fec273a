import type { Ports } from '../core/all-ports';

/** What the intake needs from the world. */
export type IntakePorts = Pick<
  Ports,
  'clock' | 'crypto' | 'workbook' | 'ledger' | 'orders' | 'change' | 'sends' | 'statusLink' | 'addressLook'
>;
