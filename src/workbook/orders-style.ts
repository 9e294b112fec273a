import {
  ORDER_STATUSES,
  type OrderStatus,
  SHIPPING_COURSE,
  SHIPPING_FACTS,
  SHIPPING_STATUSES,
  STATUS_FACTS,
  type Stage,
} from '../domain/statuses';
import { columnLetters } from './a1';
import type { Layout } from './layout';
import { colour, type SheetsRequest } from './requests';

interface Condition {
  readonly type: string;
  readonly values: readonly { readonly userEnteredValue: string }[];
}

/** A conditional format or filter view of a tab, as the Sheets service gives it; only what is compared. */
export interface TabStyle {
  readonly conditionalFormats?: readonly {
    readonly ranges?: readonly { readonly startRowIndex?: number }[];
    readonly booleanRule?: { readonly condition?: Partial<Condition> };
  }[];
  readonly filterViews?: readonly { readonly title?: string }[];
}

/** Background and text of each stage: one color means one stage in both columns. */
const COLORS: Readonly<Record<Stage, readonly [background: string, text: string]>> = {
  waiting: ['#fff3cd', '#6b4a00'],
  ready: ['#d6e6fa', '#123f73'],
  done: ['#d9f0e0', '#14522d'],
  over: ['#e8eaed', '#4b5259'],
};

/** Every value of the two status columns, with the columns that it may are in. */
const VALUES: readonly { readonly value: string; readonly headers: readonly string[]; readonly stage: Stage }[] = [
  ...ORDER_STATUSES.map((value) => ({
    value,
    headers: SHIPPING_STATUSES.some((each) => each === value) ? ['Status', 'Shipping Status'] : ['Status'],
    stage: STATUS_FACTS[value].stage,
  })),
  ...SHIPPING_STATUSES.filter((value) => !ORDER_STATUSES.some((each) => each === value)).map((value) => ({
    value,
    headers: ['Shipping Status'],
    stage: SHIPPING_FACTS[value].stage,
  })),
];

const statusesWith = (isMeant: (facts: (typeof STATUS_FACTS)[OrderStatus]) => boolean): readonly OrderStatus[] =>
  ORDER_STATUSES.filter((status) => isMeant(STATUS_FACTS[status]));

const equals = (value: string): Condition => ({ type: 'TEXT_EQ', values: [{ userEnteredValue: value }] });
/** Whether a cell holds one of some words, as the part of a formula. */
const isOneOf = (cell: string, words: readonly string[]): string => {
  const tests = words.map((word) => `${cell}="${word}"`).join(',');
  return words.length === 1 ? tests : `OR(${tests})`;
};
const formula = (text: string): Condition => ({ type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: text }] });
/** Tells rules apart, whichever row their formula begins with. */
const keyOf = (condition: Partial<Condition> | undefined): string =>
  JSON.stringify([
    condition?.type,
    condition?.values?.map(({ userEnteredValue }) => userEnteredValue.replace(/(\$[A-Z]+)\d+/g, '$1')),
  ]);

/** What is in which column of a row, by A1 letters: `$L2`. */
const cellOf =
  (layout: Layout, row: number) =>
  (header: string): string =>
    `$${columnLetters(layout.columns.get(header) ?? 0)}${row}`;

/**
 * They begin in the header row, which matches none of them: a rule that began below it would move down with each row
 * that is inserted there, and the newest orders would have no colors.
 */
const formats = (layout: Layout) => {
  const cell = cellOf(layout, 1);
  const notYet = statusesWith(({ isOpen, shipping }) => !isOpen && shipping === 'as before');
  const unpaid = formula(`=AND(${isOneOf(cell('Status'), notYet)},${cell('Shipping Status')}<>"")`);
  return [
    // An order that is not paid is not to be shipped yet, whatever its column says: gray, before every color.
    { headers: ['Shipping Status'], condition: unpaid, colours: ['#f1f3f4', '#6b7177'] as const },
    ...VALUES.map(({ value, headers, stage }) => ({ headers, condition: equals(value), colours: COLORS[stage] })),
  ];
};

/** The named filter views, as conditions by header. */
const views = (layout: Layout): readonly { title: string; where: readonly (readonly [string, Condition])[] }[] => {
  const cell = cellOf(layout, 2);
  const problems = [
    `${cell('Order ID')}=""`,
    `ISNA(MATCH(${cell('Status')},{${ORDER_STATUSES.map((status) => `"${status}"`).join(',')}},0))`,
    `AND(${cell('Fulfillment Type')}="ship",OR(${cell('Shipping Address')}="",${cell('ZIP Code')}=""))`,
    `NOT(REGEXMATCH(TO_TEXT(${cell('Email')}),"^[^@\\s,;]+@[^@\\s,;]+\\.[^@\\s,;]+$"))`,
  ];
  /** A single word is compared, several are a formula. */
  const status = (words: readonly string[]) =>
    ['Status', words.length === 1 ? equals(words.join()) : formula(`=${isOneOf(cell('Status'), words)}`)] as const;
  const open = status(statusesWith(({ isOpen }) => isOpen));
  return [
    { title: 'Awaiting payment', where: [status(statusesWith(({ money }) => money === 'owed'))] },
    { title: 'To ship', where: [open, ['Shipping Status', equals(SHIPPING_COURSE.ship.start)]] },
    { title: 'To pick up', where: [open, ['Shipping Status', equals(SHIPPING_COURSE.pickup.start)]] },
    { title: 'Problems', where: [['Order ID', formula(`=OR(${problems.join(',')})`)]] },
  ];
};

/** What earlier versions called a filter view: sheets that have it keep it. */
const FORMER_TITLES: Readonly<Record<string, string>> = { 'To pick up': 'To hand over' };

/** What the Orders tab lacks, as requests, and a sentence for each difference. */
export interface Restyling {
  readonly requests: readonly SheetsRequest[];
  readonly report: readonly string[];
}

/**
 * The requests that give the Orders tab the colors and filter views that it lacks; what people added or changed stays.
 * @param sheetId of the Orders tab in the Sheets service.
 */
export const restyle = (sheetId: number, layout: Layout, present: TabStyle): Restyling => {
  const known = present.conditionalFormats ?? [];
  const wanted = formats(layout);
  const keys = new Set(wanted.map(({ condition }) => keyOf(condition)));
  const isOurs = (index: number): boolean => keys.has(keyOf(known[index]?.booleanRule?.condition));
  const begins = (index: number): number =>
    Math.min(...(known[index]?.ranges ?? []).map(({ startRowIndex = 0 }) => startRowIndex));
  const indices = known.map((_, index) => index).filter(isOurs);
  const slipped = indices.filter((index) => begins(index) > 0);
  const whole = new Set(
    indices.filter((index) => begins(index) <= 0).map((index) => keyOf(known[index]?.booleanRule?.condition)),
  );
  const titles = new Set((present.filterViews ?? []).map(({ title }) => title));
  const column = (header: string): number => layout.columns.get(header) ?? 0;
  const width = Math.max(...layout.columns.values()) + 1;
  const missing = wanted.filter(({ condition }) => !whole.has(keyOf(condition)));
  const gone = views(layout).filter(({ title }) => !titles.has(title) && !titles.has(FORMER_TITLES[title] ?? title));
  const removals = [...slipped].reverse().map((index) => ({ deleteConditionalFormatRule: { sheetId, index } }));
  const rules = missing.map(({ headers, condition, colours: [background, text] }, index) => ({
    addConditionalFormatRule: {
      index,
      rule: {
        ranges: headers.map((header) => ({
          sheetId,
          startColumnIndex: column(header),
          endColumnIndex: column(header) + 1,
        })),
        booleanRule: {
          condition,
          format: { backgroundColor: colour(background), textFormat: { foregroundColor: colour(text) } },
        },
      },
    },
  }));
  const filters = gone.map(({ title, where }) => ({
    addFilterView: {
      filter: {
        title,
        range: { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: width },
        filterSpecs: where.map(([header, condition]) => ({
          columnIndex: column(header),
          filterCriteria: { condition },
        })),
      },
    },
  }));
  const report = [
    ...(slipped.length > 0 ? ['Orders: extended the status colors to the newest orders.'] : []),
    ...(missing.length > slipped.length ? ['Orders: added the missing status colors.'] : []),
    ...(gone.length > 0
      ? [
          `Orders: added the filter ${gone.length === 1 ? 'view' : 'views'} ${gone.map(({ title }) => title).join(', ')}.`,
        ]
      : []),
  ];
  return { requests: [...removals, ...rules, ...filters], report };
};
