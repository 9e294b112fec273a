import type { BatchBook } from '../core/ports';
import type { MenuPorts } from '../statuses/on-menu';

/** What printing needs from the world. */
export interface PrintPorts extends MenuPorts {
  readonly batches: BatchBook;
}
