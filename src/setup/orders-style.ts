import { columnLetters } from '../workbook/a1';
import type { Layout } from '../workbook/layout';
import type { SheetsRequest } from '../workbook/requests';

interface Condition {
  readonly type: string;
  readonly values: readonly { readonly userEnteredValue: string }[];
}

/** A conditional format or filter view of a tab, as the Sheets service gives it; only what is compared. */
export interface TabStyle {
  readonly conditionalFormats?: readonly { readonly booleanRule?: { readonly condition?: Partial<Condition> } }[];
  readonly filterViews?: readonly { readonly title?: string }[];
}

const colour = (hex: string) => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return { red, green, blue };
};

/** Background and text of each value; one colour means one stage in both columns. */
const WAITING = ['#fff3cd', '#6b4a00'] as const;
const READY = ['#d6e6fa', '#123f73'] as const;
const DONE = ['#d9f0e0', '#14522d'] as const;
const OVER = ['#e8eaed', '#4b5259'] as const;

const COLOURS: readonly (readonly [value: string, headers: readonly string[], colours: readonly [string, string]])[] = [
  ['pending', ['Status'], WAITING],
  ['paid', ['Status'], READY],
  ['shipped', ['Status', 'Shipping Status'], DONE],
  ['cancelled', ['Status'], OVER],
  ['to ship', ['Shipping Status'], READY],
  ['to pick up', ['Shipping Status'], READY],
  ['picked up', ['Shipping Status'], DONE],
];

const equals = (value: string): Condition => ({ type: 'TEXT_EQ', values: [{ userEnteredValue: value }] });
const formula = (text: string): Condition => ({ type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: text }] });
const keyOf = (condition: Partial<Condition> | undefined): string =>
  JSON.stringify([condition?.type, condition?.values?.map(({ userEnteredValue }) => userEnteredValue)]);

/** What stands in which column, by A1 letters: `$L2`. */
const cellOf =
  (layout: Layout) =>
  (header: string): string =>
    `$${columnLetters(layout.columns.get(header) ?? 0)}2`;

const formats = (layout: Layout) => {
  const cell = cellOf(layout);
  const unpaid = formula(`=AND(${cell('Status')}="pending",${cell('Shipping Status')}<>"")`);
  return [
    // An order that is not paid is not to be shipped yet, whatever its column says: grey, before every colour.
    { headers: ['Shipping Status'], condition: unpaid, colours: ['#f1f3f4', '#6b7177'] as const },
    ...COLOURS.map(([value, headers, colours]) => ({ headers, condition: equals(value), colours })),
  ];
};

/** The named filter views, as conditions by header. */
const views = (layout: Layout): readonly { title: string; where: readonly (readonly [string, Condition])[] }[] => {
  const cell = cellOf(layout);
  const problems = [
    `${cell('Order ID')}=""`,
    `ISNA(MATCH(${cell('Status')},{"pending","paid","shipped","cancelled"},0))`,
    `AND(${cell('Fulfillment Type')}="ship",OR(${cell('Shipping Address')}="",${cell('ZIP Code')}=""))`,
    `NOT(REGEXMATCH(TO_TEXT(${cell('Email')}),"^[^@\\s,;]+@[^@\\s,;]+\\.[^@\\s,;]+$"))`,
  ];
  const paid = ['Status', equals('paid')] as const;
  return [
    { title: 'Awaiting payment', where: [['Status', equals('pending')]] },
    { title: 'To ship', where: [paid, ['Shipping Status', equals('to ship')]] },
    { title: 'To hand over', where: [paid, ['Shipping Status', equals('to pick up')]] },
    { title: 'Problems', where: [['Order ID', formula(`=OR(${problems.join(',')})`)]] },
  ];
};

/**
 * The requests that give the Orders tab the colours and filter views that it lacks; what people added or changed stays.
 * @param sheetId of the Orders tab in the Sheets service.
 */
export const styleRequests = (sheetId: number, layout: Layout, present: TabStyle): SheetsRequest[] => {
  const known = new Set((present.conditionalFormats ?? []).map(({ booleanRule }) => keyOf(booleanRule?.condition)));
  const isMissing = ({ condition }: { readonly condition: Condition }): boolean => !known.has(keyOf(condition));
  const titles = new Set((present.filterViews ?? []).map(({ title }) => title));
  const column = (header: string): number => layout.columns.get(header) ?? 0;
  const width = Math.max(...layout.columns.values()) + 1;
  const rules = formats(layout)
    .filter(isMissing)
    .map(({ headers, condition, colours: [background, text] }, index) => ({
      addConditionalFormatRule: {
        index,
        rule: {
          ranges: headers.map((header) => ({
            sheetId,
            startRowIndex: 1,
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
  const filters = views(layout)
    .filter(({ title }) => !titles.has(title))
    .map(({ title, where }) => ({
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
  return [...rules, ...filters];
};
