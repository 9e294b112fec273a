import type { Cache, ColumnFormats, Crypto, Properties } from '../core/ports';
import type { MailPorts } from '../email/deliver';
import type { ReconcilePorts } from './reconcile-ports';

/** What changing orders by hand needs from the world. */
export interface HandPorts extends ReconcilePorts, MailPorts {
  readonly properties: Properties;
  readonly cache: Cache;
  readonly crypto: Crypto;
  readonly formats: ColumnFormats;
}
