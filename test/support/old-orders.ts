import type { Shop } from './shop';

/** Cells A to R of an order that was in the sheet before the program. */
export const oldRow = (
  index: number,
  status = 'pending',
  more: Readonly<Record<number, string | number>> = {},
): (string | number)[] => {
  const isPickup = index % 5 === 4;
  const row: (string | number)[] = [
    `old-${index}`,
    `OLD-${String(index + 1).padStart(4, '0')}`,
    `Customer ${String(index).padStart(4, '0')}`,
    `old${index}@example.com`,
    '407-555-0134',
    isPickup ? 'pickup' : 'ship',
    isPickup ? '' : `${index + 1} Main St`,
    `${1000 + index} 4x6 x2, ${1000 + index} 8x10 x1`,
    36,
    0,
    36,
    status,
    '2025-03-01 12:00',
    isPickup ? '' : 'Orlando',
    isPickup ? '' : 'FL',
    isPickup ? '' : '32801',
    '',
    '',
  ];
  for (const [column, value] of Object.entries(more)) row[Number(column)] = value;
  return row;
};

/** Puts rows into the Orders tab as someone would who pastes them, and has set-up import them. */
export const takeOver = async (shop: Shop, rows: readonly (readonly (string | number)[])[]): Promise<void> => {
  const { switches } = shop.office.world;
  switches.editEvents = 'lost';
  await shop.office.edit({ sheet: 'Orders', range: 'A2', values: rows });
  switches.editEvents = 'arrive';
  const { outcome } = await shop.office.call('App.setUp');
  if (outcome.status !== 'completed') throw new Error(`set-up failed: ${JSON.stringify(outcome)}`);
};
