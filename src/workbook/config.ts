import type { PriceList } from '../domain/prices';
import { type PhotoEvent, readEvents } from './events';
import { type CellError, DEFAULT_PRICES, type PriceReading, readPriceList } from './price-list';
import { readSettings, type Settings } from './settings';
import type { TabKey } from './tabs';
import type { WorkbookView } from './view';

/** What staff have set: prices, settings, events. Always usable: a broken line is named and the last good one counts. */
export interface Config {
  readonly prices: PriceList;
  readonly settings: Settings;
  readonly events: ReadonlyMap<string, PhotoEvent>;
  readonly errors: readonly CellError[];
  /** What a later read falls back to: the current sizes and setting texts, as JSON. */
  readonly lastGood: string;
}

interface LastGood {
  readonly prices: PriceList;
  readonly settings: Readonly<Record<string, string>>;
}

/** The tabs that are read for it. */
export const CONFIG_TABS = ['priceList', 'settings', 'events'] as const satisfies readonly TabKey[];

/** The Script Property that keeps the last good prices and settings. */
export const LAST_GOOD = 'LAST_GOOD';

/** Whatever cannot be read is as if nothing had been kept yet. */
const parseLastGood = (text: string | undefined): LastGood => {
  try {
    const { prices, settings } = JSON.parse(text ?? '') as Partial<LastGood>;
    return { prices: Array.isArray(prices) ? prices : DEFAULT_PRICES, settings: settings ?? {} };
  } catch {
    return { prices: DEFAULT_PRICES, settings: {} };
  }
};

/**
 * The sizes on the list, those with a broken line at their last good price. When a line can't even be matched
 * to a size that is on the list, no size of the last good list may go missing for it.
 */
const pricesInForce = ({ list, errors, broken }: PriceReading, lastGood: PriceList): PriceList => {
  const good = (size: string) => (broken.has(size) ? lastGood.find((entry) => entry.size === size) : undefined);
  const isUnsure = errors.length > 0 || list.length === 0;
  const missing = isUnsure ? lastGood.filter(({ size }) => !list.some((entry) => entry.size === size)) : [];
  return [...list.map((entry) => good(entry.size) ?? entry), ...missing];
};

/**
 * Reads prices, settings and events from the workbook's view.
 * @param lastGoodText the Script Property {@link LAST_GOOD}.
 */
export const readConfig = (
  view: Pick<WorkbookView, 'settings' | 'priceList' | 'events'>,
  lastGoodText: string | undefined,
): Config => {
  const lastGood = parseLastGood(lastGoodText);
  const read = readPriceList(view.priceList);
  const prices = pricesInForce(read, lastGood.prices);
  const { settings, texts, errors } = readSettings(view.settings, lastGood.settings);
  return {
    prices,
    settings,
    events: readEvents(view.events),
    errors: [...read.errors, ...errors],
    lastGood: JSON.stringify({ prices, settings: texts }),
  };
};

/** The last valid settings, without reading the sheet. @param lastGoodText the property {@link LAST_GOOD}. */
export const settingsInMemory = (lastGoodText: string | undefined): Settings => {
  const rows = Object.entries(parseLastGood(lastGoodText).settings).map(([Setting, Value]) => ({ Setting, Value }));
  return readSettings(rows).settings;
};

/** The prices, settings and events in effect: those of the view, or the last valid ones where a line is broken. */
export const configOf = (
  { properties }: { readonly properties: { all(): Readonly<Record<string, string>> } },
  view: Parameters<typeof readConfig>[0],
): Config => readConfig(view, properties.all()[LAST_GOOD]);
