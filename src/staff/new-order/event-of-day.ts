import { type Cell, textOf } from '../../workbook/layout';

/** How many days after an event people still call about it. */
const DAYS_AFTER = 60;

/**
 * The code of the event that a new order most likely belongs to: of those that have started, the one that started last,
 * unless it ended long ago. Blank if there is none.
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
