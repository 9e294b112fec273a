import { type Cents, formatDollars } from '../domain/money';
import type { Settings } from '../workbook/settings';

type AskSettings = Pick<Settings, 'askFromTotal'>;

/** Whether a total is so high that staff check the order before its customer gets an email. */
export const isLarge = (total: Cents, { askFromTotal }: AskSettings): boolean =>
  askFromTotal !== null && total >= askFromTotal;

/** The warning about a high total; none for a usual one. */
export const totalWarnings = (total: Cents, settings: AskSettings): readonly string[] =>
  isLarge(total, settings) ? [`The total of ${formatDollars(total)} is unusually high. Please check this order.`] : [];
