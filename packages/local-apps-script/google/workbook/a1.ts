/** A rectangle of cells: zero-based, `bottom` and `right` are the first row and column after it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What an A1 text names; a missing side is open (`A:C`, `2:5`), no side at all is a whole tab. */
export interface A1Reference {
  readonly sheet?: string;
  readonly top?: number;
  readonly left?: number;
  readonly bottom?: number;
  readonly right?: number;
}

/** `A` for 1, `AB` for 28. */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
};

/** 28 for `AB` (case does not matter). */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A tab's name as it is before the `!` of an A1 text: quoted unless it is a plain word. */
export const quoteSheet = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;

const splitSheet = (text: string): { sheet?: string; cells: string } => {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replace(/''/g, "'"), cells: quoted[2] ?? '' };
  const mark = text.lastIndexOf('!');
  return mark < 0 ? { cells: text } : { sheet: text.slice(0, mark), cells: text.slice(mark + 1) };
};

/** `R5C3`, as SpreadsheetApp and the Sheets service read it beside A1. */
const R1C1 = /^R([1-9]\d*)C([1-9]\d*)$/i;

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;

const corner = (text: string): { row?: number; column?: number } | null => {
  const [, down, across] = R1C1.exec(text) ?? [];
  if (down !== undefined) return { row: Number(down) - 1, column: Number(across) - 1 };
  const match = CORNER.exec(text);
  if (!match || text === '') return null;
  const [, letters, digits] = match;
  return {
    ...(digits ? { row: Number(digits) - 1 } : {}),
    ...(letters ? { column: columnNumber(letters) - 1 } : {}),
  };
};

const span = (a: number | undefined, b: number | undefined): [number | undefined, number | undefined] =>
  a !== undefined && b !== undefined ? [Math.min(a, b), Math.max(a, b) + 1] : [a ?? b, undefined];

/** Reads `L2`, `R2C12`, `L2:L4`, `A:C`, `2:5`, `A2:C`, `Sheet1!A1`, `'My tab'!A1:B2`; null when it is none of these. */
export const parseA1 = (text: string): A1Reference | null => {
  const { sheet, cells } = splitSheet(text.trim());
  const named = sheet === undefined ? {} : { sheet };
  if (cells === '') return sheet === undefined ? null : named;
  const [first, second, ...more] = cells.split(':');
  if (more.length > 0) return null;
  const from = corner(first ?? '');
  const to = second === undefined ? from : corner(second);
  if (!from || !to) return null;
  if (second === undefined && (from.row === undefined || from.column === undefined)) return null;
  const [top, bottom] = span(from.row, to.row);
  const [left, right] = span(from.column, to.column);
  const sides = { top, bottom, left, right };
  return { ...named, ...Object.fromEntries(Object.entries(sides).filter(([, side]) => side !== undefined)) };
};

/** Closes the open sides of a reference at the edges of a tab. */
export const closeReference = (reference: A1Reference, rows: number, columns: number): Area => ({
  top: reference.top ?? 0,
  left: reference.left ?? 0,
  bottom: reference.bottom ?? rows,
  right: reference.right ?? columns,
});

/** `B2` or `B2:C5`. */
export const areaToA1 = ({ top, left, bottom, right }: Area): string => {
  const first = `${columnLetters(left + 1)}${top + 1}`;
  const last = `${columnLetters(right)}${bottom}`;
  return first === last ? first : `${first}:${last}`;
};
