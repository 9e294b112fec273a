import { MARKS, reasonOf } from '../../domain/marks';
import { keyOf, listOf, text } from '../../rpc/argument-checks';
import { dialog, inLive } from '../../rpc/dialog';
import { method } from '../../rpc/rpc';
import type { MenuPorts } from '../../statuses/on-menu';
import { planBulk, runBulk } from './bulk';

const mark = keyOf(MARKS);

/** The dialog that marks several orders at once, after a preview. */
export const BULK = dialog(
  { page: 'bulk', title: 'Mark orders', size: [620, 560] },
  inLive<MenuPorts>({
    'bulk.plan': method([mark], (ports, what) => planBulk(ports, what)),
    'bulk.planOrders': method([mark, listOf(text(200), 500)], planBulk),
    'bulk.run': method([mark, listOf(text(200), 100), text(300)], (ports, what, ids, reason) =>
      runBulk(ports, what, ids, reasonOf(what, reason)),
    ),
  }),
);
