import { compileTemplate, refused } from './bridge';
import { type Context, contextAfter, START, scriptIn } from './html-context';

/** Escapes as `<?= ?>` does in text and attributes. */
const escaped = (value: unknown): string =>
  String(value ?? '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

const hex = (letter: string): string => {
  const code = letter.charCodeAt(0).toString(16);
  return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
};

/** A text as a part of a text in a script: whatever could end it, or the script, is written by its number. */
const scriptText = (value: unknown): string => String(value ?? '').replace(/["'`\\<>&=/$\u2028\u2029]|\p{Cc}/gu, hex);

/** A value where a script expects one. */
const scriptValue = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return ` ${value} `;
  return `'${scriptText(value)}'`;
};

const styleValue = (value: unknown): string => {
  const text = String(value ?? '');
  if (/^[\w#.%,\- ]*$/.test(text)) return text;
  throw refused(`<?= ?> of ${JSON.stringify(text)} in a style`);
};

/** What prints a value where a scriptlet is. */
const printerOf = ({ place, quote, name = '', value = '' }: Context): ((value: unknown) => string) => {
  if (place === 'script') return quote === '' ? scriptValue : scriptText;
  if (place === 'style') return styleValue;
  if (place === 'comment') return () => '';
  return place === 'attribute' ? attributePrinter(quote, name, value) : escaped;
};

const ADDRESSES = ['action', 'formaction', 'href', 'poster', 'src'];

const address = (value: unknown): string => {
  const text = String(value ?? '');
  const scheme = /^[\s\p{Cc}]*([^/?#]*?):/u.exec(text)?.[1];
  if (scheme === undefined || /^(https?|mailto|tel|ftp)$/i.test(scheme)) return escaped(text);
  throw refused(`<?= ?> of ${JSON.stringify(text)} as an address`);
};

/** An attribute is a text, or a script (`onclick`), a style or an address. */
const attributePrinter = (quote: string, name: string, before: string): ((value: unknown) => string) => {
  const inScript = printerOf(scriptIn(before));
  const print = name.startsWith('on')
    ? (value: unknown) => escaped(inScript(value))
    : name === 'style'
      ? styleValue
      : ADDRESSES.includes(name) && before.trim() === ''
        ? address
        : escaped;
  if (quote !== '') return print;
  return (value) => print(value).replace(/[\s=`]/g, (letter) => `&#${letter.charCodeAt(0)};`);
};

interface Compiled {
  /** On as many lines as the template has. */
  readonly code: string;
  readonly printers: readonly ((value: unknown) => string)[];
}

/**
 * Turns a template into the code that prints it, as Google's `getCode` shows it: each text and scriptlet is an assignment, so
 * a scriptlet may end in a semicolon or a comment.
 */
const compile = (source: string): Compiled => {
  const printers: ((value: unknown) => string)[] = [];
  let context = START;
  let added = 0;
  const code = source.split(/(<\?[\s\S]*?\?>)/).map((part) => {
    if (!part.startsWith('<?') || !part.endsWith('?>')) {
      context = contextAfter(context, part);
      const lines = Math.max(0, part.split('\n').length - 1 - added);
      added = Math.max(0, added - part.split('\n').length + 1);
      return part === '' ? '' : `output._ = ${JSON.stringify(part)};${'\n'.repeat(lines)}`;
    }
    const inner = closed(part.slice(2, -2));
    if (inner.endsWith('\n') && !part.endsWith('\n?>')) added += 1;
    if (inner.startsWith('!=')) return `output._ = ${inner.slice(2)};`;
    if (!inner.startsWith('=')) return `${inner};`;
    printers.push(printerOf(context));
    return `output._${printers.length - 1} = ${inner.slice(1)};`;
  });
  return { code: code.join(''), printers };
};

/** A comment may end a scriptlet: it is not to swallow what follows. */
const closed = (code: string): string => (/\/\/[^\n]*$/.test(code) ? `${code}\n` : code);

/**
 * The text of a template with its variables filled in. The scriptlets see the script's own globals too.
 * @param name of its file, for the place of an error; null for a text.
 */
export const renderTemplate = (
  source: string,
  name: string | null,
  variables: Readonly<Record<string, unknown>>,
): string => {
  const { code, printers } = compile(source);
  let printed = '';
  const output = {
    set _(text: unknown) {
      printed += String(text ?? '');
    },
    set _$(value: unknown) {
      printed += escaped(value);
    },
    append(text: unknown): void {
      printed += String(text);
    },
    appendUntrusted(text: unknown): void {
      printed += escaped(text);
    },
  };
  printers.forEach((print, at) => {
    Object.defineProperty(output, `_${at}`, {
      set: (value: unknown) => {
        printed += print(value);
      },
    });
  });
  const names = Object.keys(variables);
  const run = compileTemplate(name, ['output', ...names], code);
  run(output, ...names.map((variable) => variables[variable]));
  return printed;
};
