import type { Ports } from '../core/all-ports';
import type { EmailPorts } from '../email/email-ports';
import type { ReconcilePorts } from './reconcile-ports';

/** What changing orders by hand needs from the world. */
export type HandPorts = ReconcilePorts & EmailPorts & Pick<Ports, 'properties' | 'cache' | 'crypto'>;
