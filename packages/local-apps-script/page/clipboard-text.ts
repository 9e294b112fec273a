/** Rows of cells from tab-separated text, all of the same length; a quoted cell may hold line breaks. */
export const rowsOf = (text: string): string[][] => {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, content = '', end = ''] = found;
    rows.at(-1)?.push(/^".*"$/s.test(content) ? content.slice(1, -1).replaceAll('""', '"') : content);
    if (end === '' || cell.lastIndex >= text.length) {
      if (end === '\t') rows.at(-1)?.push('');
      break;
    }
    if (end !== '\t') rows.push([]);
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
};
