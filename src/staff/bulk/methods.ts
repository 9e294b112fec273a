import { MARKS, reasonOf } from '../../domain/marks';
import { keyOf, listOf, text } from '../../rpc/argument-checks';
import { dialog } from '../../rpc/dialog';
import { method } from '../../rpc/rpc';
import type { MenuPorts } from '../../statuses/on-menu';
import { planBulk, runBulk } from './bulk';

interface BulkBackstage {
  readonly live: () => MenuPorts;
}

const mark = keyOf(MARKS);

/** The dialog that marks several orders at once, after a dry run. */
export const BULK = dialog(
  { page: 'bulk', title: 'Mark orders', size: [620, 560] },
  {
    'bulk.plan': method([mark], ({ live }: BulkBackstage, what) => planBulk(live(), what)),
    'bulk.planOrders': method([mark, listOf(text(200), 500)], ({ live }: BulkBackstage, what, ids) =>
      planBulk(live(), what, ids),
    ),
    'bulk.run': method([mark, listOf(text(200), 100), text(300)], ({ live }: BulkBackstage, what, ids, reason) =>
      runBulk(live(), what, ids, reasonOf(what, reason)),
    ),
  },
);
