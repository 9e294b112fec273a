import { formatDollars } from '../domain/money';
import { formatDay } from './days';
import type { Value } from './document';

const thousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** A figure in words: `$1,234.50`, `1,234`, `12.5%`, `Oct 2, 2026`. */
export const formatValue = (value: Value): string => {
  if (typeof value === 'string') return value;
  if ('money' in value) return formatDollars(value.money);
  if ('count' in value) return `${value.count < 0 ? '-' : ''}${thousands(String(Math.abs(value.count)))}`;
  if ('share' in value) return `${(value.share * 100).toFixed(1)}%`;
  if ('decimal' in value) return value.decimal.toFixed(1);
  return formatDay(value.day);
};
