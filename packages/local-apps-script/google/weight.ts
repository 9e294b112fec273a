import type { Json } from './operations';

/** Bytes of a value as JSON, as they go over the line. */
export const bytesOf = (value: Json | undefined): number =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value), 'utf8');

interface Packed {
  readonly values: readonly (readonly (string | 0 | object)[])[];
  readonly looks: readonly Json[];
  readonly runs: readonly number[];
  readonly plain: Json;
}

/** `userEnteredValue`, `effectiveValue` and `formattedValue` of a text, without the text itself. */
const NAMES = bytesOf({
  userEnteredValue: { stringValue: '' },
  effectiveValue: { stringValue: '' },
  formattedValue: '',
});

/** Bytes of packed cells as Google sends them, each with all of its formats. */
const unpackedBytes = ({ values, looks, runs, plain }: Packed): number => {
  const weights = looks.map(bytesOf);
  const usual = bytesOf(plain);
  let bytes = 0;
  for (let run = 0; run < runs.length; run += 2)
    bytes += (runs[run + 1] ?? 0) * ((runs[run] ?? -1) < 0 ? usual : (weights[runs[run] ?? 0] ?? 0));
  for (const cell of values.flat()) {
    if (typeof cell === 'string') bytes += NAMES + 3 * Buffer.byteLength(cell, 'utf8');
    else if (cell !== 0) bytes += bytesOf(cell as Json);
  }
  return bytes;
};

interface Answer {
  readonly updatedSpreadsheet?: {
    readonly sheets?: readonly { readonly data?: readonly { readonly packed?: Packed }[] }[];
  };
}

/** Bytes of an answer of the Sheets advanced service, its cells as heavy as Google's (docs/google.md G79). */
export const answerBytes = (answer: Json | undefined): number => {
  const sheets = (answer as Answer | null | undefined)?.updatedSpreadsheet?.sheets ?? [];
  const packed = sheets.flatMap(({ data = [] }) => data.flatMap((grid) => (grid.packed ? [grid.packed] : [])));
  if (packed.length === 0) return bytesOf(answer);
  return packed.reduce((sum, cells) => sum + unpackedBytes(cells), 0);
};
