import { colorToHex } from './color';
import { displayValue } from './display';
import { closeRange } from './grid-range';
import type { Tab } from './tab';
import { conditionHolds } from './validation';

/** How a cell looks: what is not set is null. */
export interface Look {
  readonly background: string | null;
  readonly color: string | null;
  readonly bold: boolean;
  readonly strikethrough: boolean;
}

type Format = NonNullable<NonNullable<ReturnType<Tab['extra']>>['format']>;

const colorOf = (color: unknown): string | null =>
  color ? colorToHex(color as Parameters<typeof colorToHex>[0]) : null;

const over = (look: Look, format: Format | undefined): Look => {
  if (!format) return look;
  const { backgroundColor, textFormat } = format;
  return {
    background: colorOf(backgroundColor) ?? look.background,
    color: colorOf(textFormat?.foregroundColor) ?? look.color,
    bold: textFormat?.bold === undefined ? look.bold : textFormat.bold === true,
    strikethrough: textFormat?.strikethrough === undefined ? look.strikethrough : textFormat.strikethrough === true,
  };
};

const PLAIN: Look = { background: null, color: null, bold: false, strikethrough: false };

/** Prepares a tab's conditional rules; gives the look of a cell: its own format, then the first rule that holds. */
export const looksOf = (tab: Tab): ((row: number, column: number) => Look) => {
  const rules = tab.meta.conditionalRules.flatMap(({ ranges, booleanRule }) =>
    booleanRule
      ? [{ areas: ranges.map((range) => closeRange(range, tab.rowCount, tab.columnCount)), ...booleanRule }]
      : [],
  );
  return (row, column) => {
    const extra = tab.extra(row, column);
    const own = over(PLAIN, extra?.format);
    if (rules.length === 0) return own;
    const value = tab.value(row, column);
    const shown = displayValue(value, extra);
    const rule = rules.find(
      ({ areas, condition }) =>
        areas.some(({ top, left, bottom, right }) => row >= top && row < bottom && column >= left && column < right) &&
        conditionHolds(condition, value, shown) === true,
    );
    return rule ? over(own, rule.format) : own;
  };
};
