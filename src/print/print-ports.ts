import type { StaffPorts } from '../core/staff-ports';
import type { MenuPorts } from '../statuses/on-menu';

/** What printing needs from the world. */
export type PrintPorts = MenuPorts & Pick<StaffPorts, 'batches'>;
