import type { Area } from './a1';
import { displayValue } from './display';
import { requireCalculated } from './formula';
import type { Tab } from './tab';

/** How a TextFinder compares: partial and case-blind unless told otherwise (docs/google.md G69). */
export interface FindOptions {
  readonly text: string;
  readonly matchCase: boolean;
  readonly matchEntireCell: boolean;
  readonly regex: boolean;
  /** Looks at formulas instead of what they show. */
  readonly formulas: boolean;
  readonly ignoreDiacritics: boolean;
}

/** A cell that matches, zero-based. */
export interface Match {
  readonly tab: Tab;
  readonly row: number;
  readonly column: number;
}

const plain = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The pattern that finds, for testing and replacing. */
export const findPattern = ({ text, matchCase, matchEntireCell, regex, ignoreDiacritics }: FindOptions): RegExp => {
  const source = regex ? text : literally(ignoreDiacritics ? plain(text) : text);
  return new RegExp(matchEntireCell ? `^(?:${source})$` : source, `g${matchCase ? '' : 'i'}u`);
};

/** All matches of the areas, row by row. */
export const findAll = (places: readonly { tab: Tab; area: Area }[], options: FindOptions): Match[] => {
  const pattern = findPattern(options);
  const matches: Match[] = [];
  for (const { tab, area } of places) {
    for (let row = area.top; row < Math.min(area.bottom, tab.rows.length); row++) {
      for (let column = area.left; column < area.right; column++) {
        const extra = tab.extra(row, column);
        const value = tab.value(row, column);
        if (!options.formulas) requireCalculated(value, extra);
        // A text that nobody has made a formula is in the formula bar as it is, and is found there.
        const shown = (options.formulas ? extra?.formula : undefined) ?? displayValue(value, extra);
        if (shown === '') continue;
        pattern.lastIndex = 0;
        if (pattern.test(options.ignoreDiacritics ? plain(shown) : shown)) matches.push({ tab, row, column });
      }
    }
  }
  return matches;
};
