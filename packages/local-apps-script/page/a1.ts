/** The letters of a column, counted from 1: 1 = A, 27 = AA. */
export const letters = (column: number): string => {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
};

/** A block of cells, rows and columns counted from 1, both ends included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How a block is written: `L2`, `L2:Q9`. */
export const a1 = ({ top, left, bottom, right }: Block): string => {
  const start = `${letters(left)}${top}`;
  const end = `${letters(right)}${bottom}`;
  return start === end ? start : `${start}:${end}`;
};
