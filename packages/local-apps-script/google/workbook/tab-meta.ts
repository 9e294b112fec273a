import type { Json } from '../operations';
import type { CellFormat, Color, Condition } from './cell';

/** The API's GridRange: zero-based, half open, an absent side is open. */
export interface GridRange {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/** A conditional format rule, API shape. Gradient rules are kept but give no color locally. */
export interface ConditionalRule {
  readonly ranges: readonly GridRange[];
  readonly booleanRule?: { readonly condition: Condition; readonly format?: CellFormat };
  readonly gradientRule?: Json;
}

/** A protected range or tab, API shape. `editors.users` are addresses; the owner always may. */
export interface ProtectedRange {
  readonly protectedRangeId: number;
  readonly range: GridRange;
  readonly unprotectedRanges?: readonly GridRange[];
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly editors?: { readonly users?: readonly string[] };
  readonly namedRangeId?: string;
}

/** What a filter shows of one column. */
export interface FilterCriteria {
  readonly hiddenValues?: readonly string[];
  readonly condition?: Condition;
}

/** The one filter of a tab, API shape, criteria by column index. */
export interface BasicFilter {
  readonly range: GridRange;
  readonly criteria?: { readonly [column: string]: FilterCriteria };
  readonly sortSpecs?: Json;
}

/** A filter view, kept and given back. */
export interface FilterView {
  readonly filterViewId: number;
  readonly title?: string;
  readonly range?: GridRange;
  readonly [other: string]: unknown;
}

/** A name for a range of the spreadsheet. */
export interface NamedRange {
  readonly namedRangeId: string;
  readonly name: string;
  readonly range: GridRange;
}

/** A key and value kept with the spreadsheet, a tab or rows; API shape. */
export interface DeveloperMetadata {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue?: string;
  readonly visibility?: string;
  readonly location: { readonly [name: string]: Json };
}

/** A kept chart: what the builder was given; the page draws it. */
export interface Chart {
  readonly chartId: number;
  readonly spec: Json;
  /** As the Sheets service was sent it; absent when a builder made it. */
  readonly sent?: Json;
}

/** What is known of a column besides its cells; width in pixels. */
export interface ColumnMeta {
  readonly hidden?: boolean;
  readonly width?: number;
}

/** Everything of a tab but its cells. Plain JSON, replaced as a whole when it changes. */
export interface TabMeta {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tabColor?: Color;
  readonly hideGridlines?: boolean;
  readonly columns: readonly (ColumnMeta | null)[];
  readonly conditionalRules: readonly ConditionalRule[];
  readonly protections: readonly ProtectedRange[];
  readonly filter: BasicFilter | null;
  readonly filterViews: readonly FilterView[];
  readonly charts: readonly Chart[];
  readonly metadata: readonly DeveloperMetadata[];
}

/** A new tab: 1000 x 26 unless told otherwise (docs/google.md G64). */
export const newTabMeta = (id: number, name: string, rowCount = 1000, columnCount = 26): TabMeta => ({
  id,
  name,
  hidden: false,
  rowCount,
  columnCount,
  frozenRows: 0,
  frozenColumns: 0,
  columns: [],
  conditionalRules: [],
  protections: [],
  filter: null,
  filterViews: [],
  charts: [],
  metadata: [],
});
