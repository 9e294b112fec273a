import type { DriveItem, Workbook } from 'local-apps-script';
import { Storage } from 'local-apps-script/host';
import { fillSheet } from '../../demo/bench/big-sheet';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const BACKUP = /^CPS Orders backup /;

/** A shop with that many orders; all but the first are made directly, from what the program wrote for the first. */
export const shopWithOrders = async (orders: number, choices: Parameters<typeof openShop>[0] = {}): Promise<Shop> => {
  const shop = await openShop(choices);
  const { orderNumber = '' } = await shop.post({ ...PAUL, orderId: 'order-1' });
  if (orders > 1) fillSheet(liveSheet(shop), { orderId: 'order-1', orderNumber }, orders);
  // They all bear the moment of the first one: a minute later new orders are accepted again.
  await shop.office.advance(61_000);
  return shop;
};

/** The live spreadsheet as Google keeps it. */
export const liveSheet = ({ office }: Shop): Workbook => {
  const workbook = office.world.workbooks.get(office.world.original ?? '');
  if (!workbook) throw new Error('there is no spreadsheet');
  return workbook;
};

/** The copies in Drive that are not in the trash, oldest first. */
export const copiesOf = ({ office }: Shop): readonly DriveItem[] =>
  office.world.drive
    .find(({ kind, name }) => kind === 'file' && BACKUP.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

export const propertyOf = ({ office }: Shop, name: string): string =>
  (office.world.perform('Properties.getProperty', ['script', name], {
    effectiveUser: '',
    activeUser: '',
    execution: 'host',
    bound: office.world.original ?? '',
  }) as string | null) ?? '';

/** Leaves only this trigger of the operator. */
export const onlyTrigger = ({ office }: Shop, handler: string): void => {
  const { triggers } = office.world;
  for (const { id, handler: other } of triggers.all()) if (other !== handler) triggers.delete(id);
};

/** Runs the nightly trigger's work now. */
export const runNightly = async ({ office }: Shop): Promise<void> => {
  office.weather({ evictCache: true });
  await office.call('App.nightly');
};

/** Keeps a shop in a data folder, for a host to go on with; its clock must not be behind the real one. */
export const keepShop = async ({ office }: Shop, folder: string): Promise<void> => {
  const storage = Storage.open(folder, office.world);
  storage.mark('set-up');
  storage.compact();
  storage.close();
  await closeOffices();
};
