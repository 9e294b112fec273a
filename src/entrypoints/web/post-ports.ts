import type { Cache, Properties } from '../../core/ports';
import type { TellPorts } from '../../customers/low-rating';
import type { MailPorts } from '../../email/deliver';
import type { WatchPorts } from '../../health/sweep-watch';
import type { IntakePorts } from '../../intake/intake-ports';
import type { RejectedPorts } from '../../intake/rejected';
import type { ReconcilePorts } from '../../statuses/reconcile-ports';

/** What posts to the web app work with. */
export interface PostPorts extends IntakePorts, ReconcilePorts, MailPorts, RejectedPorts, TellPorts, WatchPorts {
  readonly properties: Properties;
  readonly cache: Cache;
}
