import { type Cell, textOf } from '../../workbook/layout';

/** Days for which an event that is over is still the one that people call about. */
const DAYS_AFTER = 60;

/**
 * The code of the event that a new order most likely belongs to: of those that have begun the one that began last,
 * while it is not long over. Blank when there is none.
 * @param today serial number of the day.
 */
export const eventOfDay = (rows: readonly Readonly<Record<string, Cell>>[], today: number): string => {
  let [code, began] = ['', 0];
  for (const row of rows) {
    const { Starts: starts, Ends: ends } = row;
    if (typeof starts !== 'number' || starts > today || starts < began) continue;
    if ((typeof ends === 'number' ? ends : starts) + DAYS_AFTER < today) continue;
    const own = textOf(row['Event Code']);
    if (own) [code, began] = [own, starts];
  }
  return code;
};
