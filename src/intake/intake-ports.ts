import type { Ports } from '../core/all-ports';
import type { Order } from '../domain/order';
import type { Settings } from '../workbook/settings';

/** What the intake needs from the world. */
export interface IntakePorts
  extends Pick<Ports, 'clock' | 'crypto' | 'workbook' | 'ledger' | 'orders' | 'change' | 'sends' | 'addressLook'> {
  /** The address of the page on which a customer sees an order; blank while the web app has no address. */
  readonly statusLink: (settings: Settings, order: Order) => string;
}
