type Data = Record<string, unknown>;

/** Cells as they cross: see `packCells` on Google's side. */
interface PackedCells {
  readonly values: readonly (readonly (string | 0 | Data)[])[];
  readonly looks: readonly Data[];
  readonly runs: readonly number[];
  readonly plain: Data;
}

interface Grid {
  packed?: PackedCells;
  rowData?: readonly { readonly values?: readonly Data[] }[];
}

const unpacked = ({ values, looks, runs, plain }: PackedCells): NonNullable<Grid['rowData']> => {
  let [run, left] = [-2, 0];
  const lookOf = (): Data | undefined => {
    if (left === 0) {
      run += 2;
      left = runs[run + 1] as number;
    }
    left -= 1;
    return looks[runs[run] as number];
  };
  const cellOf = (cell: string | 0 | Data): Data => {
    if (typeof cell === 'object') return cell;
    const look = lookOf();
    if (cell === 0) return { ...look };
    const text = {
      userEnteredValue: { stringValue: cell },
      effectiveValue: { stringValue: cell },
      formattedValue: cell,
    };
    return Object.assign(text, plain, look);
  };
  return values.map((row) => (row.length > 0 ? { values: row.map(cellOf) } : {}));
};

/** An answer of the advanced service with its cells as Google gives them. */
export const unpackCells = (answer: unknown): unknown => {
  const { updatedSpreadsheet } = answer as { updatedSpreadsheet?: { sheets?: { data?: Grid[] }[] } };
  for (const { data = [] } of updatedSpreadsheet?.sheets ?? []) {
    for (const grid of data) {
      if (!grid.packed) continue;
      grid.rowData = unpacked(grid.packed);
      delete grid.packed;
    }
  }
  return answer;
};
