import type { TellPorts } from '../feedback/low-rating';
import type { WatchPorts } from '../health/sweep-watch';
import type { IntakePorts } from '../intake/intake-ports';
import type { RejectedPorts } from '../intake/rejected';
import type { ReconcilePorts } from '../lifecycle/reconcile-ports';
import type { MailPorts } from '../mail/deliver';
import type { Cache, Properties } from '../ports';

/** What posts to the web app work with. */
export interface PostPorts extends IntakePorts, ReconcilePorts, MailPorts, RejectedPorts, TellPorts, WatchPorts {
  readonly properties: Properties;
  readonly cache: Cache;
}
