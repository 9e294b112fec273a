import type { Ports } from '../core/all-ports';

/** What the intake needs from the world. */
export type IntakePorts = Pick<
  Ports,
  | 'clock'
  | 'crypto'
  | 'properties'
  | 'workbook'
  | 'ledger'
  | 'orders'
  | 'change'
  | 'sends'
  | 'addressLook'
  | 'statusLink'
>;
