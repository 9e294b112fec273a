const LITERAL = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[\s\S]/g;

/** A number without a format, as Sheets shows it: whole numbers in full, fractions to ten digits. */
export const showPlainNumber = (value: number): string => {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-5)) {
    const [digits = '', power = ''] = value.toExponential().split('e');
    const shown = String(Number(Number(digits).toPrecision(6)));
    return `${shown}E${power.startsWith('-') ? '-' : '+'}${power.slice(1).padStart(2, '0')}`;
  }
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(10)));
};

/** Rounds half away from zero as people do, free of binary noise; returns the digits without a sign. */
const roundedDigits = (value: number, decimals: number): string => {
  const size = Number(Math.abs(value).toPrecision(15));
  if (size >= 1e21) return String(size);
  const [digits = '0', power = '0'] = String(size).split('e');
  const shifted = Math.round(Number(`${digits}e${Number(power) + decimals}`));
  return Number(`${shifted}e-${decimals}`).toFixed(decimals);
};

const literalText = (token: string): string => {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith('_')) return ' ';
  if (token.startsWith('*')) return '';
  if (token.startsWith('[')) return /^\[\$([^\-\]]*)/.exec(token)?.[1] ?? '';
  return token;
};

const isDigitMark = (token: string): boolean => /^[#0?.,]$/.test(token);

const placeDigits = (value: number, mask: string): string => {
  const [whole = '', fraction = ''] = mask.split('.');
  const scale = /,+$/.exec(whole)?.[0].length ?? 0;
  const scaled = value / 1000 ** scale;
  const [digits = '0', decimals = ''] = roundedDigits(scaled, fraction.replace(/,/g, '').length).split('.');
  const least = whole.replace(/[^0]/g, '').length;
  let shown = (digits === '0' ? '' : digits).padStart(least, '0');
  if (/,./.test(whole)) shown = shown.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  let tail = decimals;
  for (let at = tail.length; at > 0 && fraction[at - 1] !== '0' && tail.endsWith('0'); at--) tail = tail.slice(0, -1);
  const point = tail !== '' || (mask.includes('.') && fraction.includes('0')) ? '.' : '';
  return `${shown}${point}${tail}`;
};

const splits = new Map<string, readonly string[]>();

const splitSections = (pattern: string): readonly string[] => {
  const known = splits.get(pattern);
  if (known) return known;
  const parts = [''];
  for (const token of pattern.match(LITERAL) ?? []) {
    if (token === ';') parts.push('');
    else parts[parts.length - 1] += token;
  }
  splits.set(pattern, parts);
  return parts;
};

const showScientific = (value: number, section: string): string => {
  const decimals = /\.([0#]*)E/i.exec(section)?.[1]?.length ?? 0;
  const [digits = '', power = ''] = Math.abs(value).toExponential(decimals).split('e');
  return `${digits}E${power.startsWith('-') ? '-' : '+'}${power.slice(1).padStart(2, '0')}`;
};

/** A section taken apart: what is before and after the digits, and how the digits are placed. */
interface Section {
  readonly before: string;
  /** Null when the section shows no digits but the texts around them. */
  readonly mask: string | null;
  readonly after: string;
  readonly percents: number;
}

const sections = new Map<string, Section>();

const sectionOf = (text: string): Section => {
  let section = sections.get(text);
  if (!section) {
    const tokens = text.match(LITERAL) ?? [];
    const first = tokens.findIndex(isDigitMark);
    const last = tokens.length - [...tokens].reverse().findIndex(isDigitMark);
    const inside = first < 0 ? [] : tokens.slice(first, last);
    const plain = (part: readonly string[]) => part.map(literalText).join('');
    section = {
      before: plain(first < 0 ? tokens : tokens.slice(0, first)),
      mask: first < 0 ? null : inside.filter(isDigitMark).join(''),
      after: first < 0 ? '' : plain([...inside.filter((token) => !isDigitMark(token)), ...tokens.slice(last)]),
      percents: tokens.filter((token) => token === '%').length,
    };
    sections.set(text, section);
  }
  return section;
};

const showSection = (value: number, text: string): string => {
  if (/E[+-]0/i.test(text)) return showScientific(value, text);
  const { before, mask, after, percents } = sectionOf(text);
  if (mask === null) return before.replace('@', () => showPlainNumber(value));
  const amount = percents > 0 ? Number((value * 100 ** percents).toPrecision(15)) : value;
  return before + placeDigits(amount, mask) + after;
};

/** Shows a number by a pattern of Sheets: `0`, `#,##0.00`, `$#,##0.00`, `0%`, `0.00E+00`, up to three sections. */
export const formatNumber = (value: number, pattern: string): string => {
  const [positive = '', negative, zero] = splitSections(pattern);
  if (value === 0 && zero !== undefined) return showSection(0, zero);
  if (value < 0 && negative !== undefined) return showSection(-value, negative);
  const shown = showSection(Math.abs(value), positive);
  return value < 0 && /[1-9]/.test(shown) ? `-${shown}` : shown;
};

/** Shows a text by a pattern: the fourth section, or a lone `@` with letters around it, else the text itself. */
export const formatText = (value: string, pattern: string): string => {
  if (pattern === '@') return value;
  const parts = splitSections(pattern);
  const section = parts[3] ?? (parts.length === 1 && pattern.includes('@') ? pattern : undefined);
  if (section === undefined) return value;
  return (section.match(LITERAL) ?? []).map((token) => (token === '@' ? value : literalText(token))).join('');
};
