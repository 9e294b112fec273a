import type { OwnMemory, Show } from '../../core/keyboard-ports';
import { tickOff } from '../../customers/tick-off';
import { listOf, oneOf, text } from '../../rpc/argument-checks';
import { dialog } from '../../rpc/dialog';
import { ForPeople, method } from '../../rpc/rpc';
import type { AmendPorts } from '../../statuses/amend-order';
import { MOST_IDS } from './items';
import { lookAgain } from './last-look';
import { readToday, type TodayPorts } from './read-today';

/** What the sidebar's calls work with. */
export interface TodayBackstage {
  readonly live: () => TodayPorts &
    AmendPorts & { readonly person: string; readonly show: Show; readonly memory: OwnMemory };
}

const rowNumber = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 2;

/** The sidebar Today. */
export const TODAY = dialog(
  { page: 'today', title: 'Today', size: 'sidebar' },
  {
    'today.read': method([], ({ live }: TodayBackstage) => readToday(live())),
    'today.look': method([], ({ live }: TodayBackstage) => lookAgain(live())),
    'today.show': method(
      [oneOf('Orders', 'Outbox', 'Rejected'), listOf(text(200), MOST_IDS), listOf(rowNumber, MOST_IDS)],
      ({ live }: TodayBackstage, tab, ids, rows) => {
        const { show } = live();
        const found = tab === 'Orders' ? show.orders(ids, rows) : show.rows(tab, rows);
        if (found === 0) throw new ForPeople(`None of this has a row in the ${tab} tab. Please press Refresh.`);
        return found;
      },
    ),
    'today.tick': method([text(200), oneOf('rating', 'not arrived')], ({ live }: TodayBackstage, id, what) => {
      const ports = live();
      const ticked = tickOff(ports, id, what, ports.person || 'staff');
      if (typeof ticked === 'object') throw new ForPeople(ticked.trouble);
      return readToday(ports);
    }),
    'today.openCard': method([text(200)], ({ live }: TodayBackstage, id) => live().show.open('find-order', { id })),
    'today.openWaits': method([], ({ live }: TodayBackstage) => live().show.open('waits', {})),
    'today.openHealth': method([], ({ live }: TodayBackstage) => live().show.open('health', {})),
  },
);
