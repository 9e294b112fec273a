import type { StaffPorts } from '../../core/staff-ports';
import { markHandled } from '../../customers/mark-handled';
import { listOf, oneOf, text } from '../../rpc/argument-checks';
import { dialog, inLive } from '../../rpc/dialog';
import { ForPeople, method } from '../../rpc/rpc';
import type { AmendPorts } from '../../statuses/amend-order';
import { MOST_IDS } from './items';
import { lookAgain } from './last-look';
import { readToday, type TodayPorts } from './read-today';

/** What the sidebar's calls work with. */
type Ports = TodayPorts & AmendPorts & Pick<StaffPorts, 'person' | 'show' | 'memory'>;

const rowNumber = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 2;

/** The sidebar Today. */
export const TODAY = dialog(
  { page: 'today', title: 'Today', size: 'sidebar' },
  inLive<Ports>({
    'today.read': method([], readToday),
    'today.look': method([], lookAgain),
    'today.show': method(
      [oneOf('Orders', 'Outbox', 'Rejected'), listOf(text(200), MOST_IDS), listOf(rowNumber, MOST_IDS)],
      ({ show }, tab, ids, rows) => {
        const found = tab === 'Orders' ? show.orders(ids, rows) : show.rows(tab, rows);
        if (found === 0) throw new ForPeople(`These rows are no longer in the ${tab} tab. Click Refresh.`);
        return found;
      },
    ),
    'today.tick': method([text(200), oneOf('rating', 'not arrived')], (ports, id, what) => {
      const ticked = markHandled(ports, id, what, ports.person || 'staff');
      if (typeof ticked === 'object') throw new ForPeople(ticked.trouble);
      return readToday(ports);
    }),
    'today.openCard': method([text(200)], ({ show }, id) => show.open('order-card', { id })),
    'today.openWaits': method([], ({ show }) => show.open('what-waits', {})),
    'today.openHealth': method([], ({ show }) => show.open('health', {})),
  }),
);
