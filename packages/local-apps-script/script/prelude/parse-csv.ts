import { serviceError } from './bridge';

/** Rows of texts from RFC 4180 text. @throws Exception `Could not parse text.` when a quote stays open. */
export const parseCsv = (text: string, delimiter: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let at = 0;
  const endRow = (): void => {
    row.push(field);
    rows.push(row);
    row = [];
    field = '';
  };
  while (at < text.length) {
    const letter = text[at] as string;
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') field += text[at++];
      else if (letter === '"') quoted = false;
      else field += letter;
    } else if (letter === '"' && field === '') quoted = true;
    else if (letter === delimiter) {
      row.push(field);
      field = '';
    } else if (letter === '\n') endRow();
    else if (letter !== '\r' || text[at + 1] !== '\n') field += letter;
    at++;
  }
  if (quoted) throw serviceError('Could not parse text.');
  if (field !== '' || row.length > 0) endRow();
  return rows;
};
