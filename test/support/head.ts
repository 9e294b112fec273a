import type { LedgerHead } from '../../src/workbook/ledger-row';
import type { Shop } from './shop';

const cellOf = (shop: Shop): string => {
  const { values } = shop.office.sheet('Ledger', 1, 1) as unknown as { values: readonly (readonly string[])[] };
  return `${String.fromCharCode(65 + (values[0] ?? []).indexOf('Head'))}2`;
};

/** The text of the Ledger's head, and what it says. */
export const headText = (shop: Shop): string => String(shop.rows('Ledger')[0]?.Head ?? '');
export const headOf = (shop: Shop): LedgerHead => JSON.parse(headText(shop)) as LedgerHead;

/** Characters that a cell holds (docs/google.md G11). */
export const CELL = 50_000;

/**
 * Fills the head's cell with the sequences of made-up codes, as older programs did: to the exact number of characters.
 * @returns how many codes.
 */
export const fillHead = async (shop: Shop, characters = CELL): Promise<number> => {
  const head = headOf(shop);
  const sequences: Record<string, number> = { ...head.sequences };
  const text = (): string => JSON.stringify({ ...head, sequences });
  let count = 0;
  while (text().length + 40 < characters) sequences[`MADEUP${String(++count).padStart(11, '0')}`] = 1;
  const [last = ''] = Object.keys(sequences).slice(-1);
  delete sequences[last];
  const short = text().length;
  // `,"":1` and the code itself.
  sequences['M'.repeat(characters - short - 5)] = 1;
  if (text().length !== characters) throw new Error(`the head has ${text().length} characters, not ${characters}`);
  await shop.office.edit({ sheet: 'Ledger', range: cellOf(shop), values: [[text()]] });
  return count;
};
