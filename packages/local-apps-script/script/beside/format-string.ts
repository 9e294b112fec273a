/**
 * `Utilities.formatString`: the `%` marks of Java's formatter that the reference names:
 * `%s %d %i %f %.2f %e %x %o %c %b %%`, with width, `-`, `0` and `+`.
 */
export const formatString = (template: string, values: readonly unknown[]): string => {
  let next = 0;
  return template.replace(
    /%([-+0 ]*)(\d+)?(?:\.(\d+))?([sdifexXocb%])/g,
    (_all, flags: string, width, precision, kind: string) => {
      if (kind === '%') return '%';
      const text = one(
        kind,
        values[next++],
        precision === undefined ? undefined : Number(precision),
        flags.includes('+'),
      );
      const length = Number(width ?? 0);
      if (flags.includes('-')) return text.padEnd(length);
      if (!flags.includes('0') || 's' === kind) return text.padStart(length);
      const sign = /^[-+]/.exec(text)?.[0] ?? '';
      return sign + text.slice(sign.length).padStart(length - sign.length, '0');
    },
  );
};

const one = (kind: string, value: unknown, precision: number | undefined, plus: boolean): string => {
  const number = Number(value);
  const sign = plus && number >= 0 ? '+' : '';
  switch (kind) {
    case 'd':
    case 'i':
      return sign + String(Math.trunc(number));
    case 'f':
      return sign + number.toFixed(precision ?? 6);
    case 'e':
      return sign + number.toExponential(precision ?? 6);
    case 'x':
      return Math.trunc(number).toString(16);
    case 'X':
      return Math.trunc(number).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(number).toString(8);
    case 'c':
      return String.fromCharCode(number);
    case 'b':
      return Math.trunc(number).toString(2);
    default:
      return precision === undefined ? String(value) : String(value).slice(0, precision);
  }
};
