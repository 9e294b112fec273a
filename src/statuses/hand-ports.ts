import type { Ports } from '../core/all-ports';
import type { MailPorts } from '../email/mail-ports';
import type { ReconcilePorts } from './reconcile-ports';

/** What changing orders by hand needs from the world. */
export type HandPorts = ReconcilePorts & MailPorts & Pick<Ports, 'properties' | 'cache' | 'crypto'>;
