/** Escapes as `<?= ?>` does in text and attributes. */
const escaped = (value: unknown): string =>
  String(value ?? '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

/** Turns a template into the code that prints it; scriptlets stand between the texts. */
const compile = (source: string): string => {
  const parts = source.split(/(<\?[\s\S]*?\?>)/);
  return parts
    .map((part) => {
      if (!part.startsWith('<?')) return part === '' ? '' : `output._$ += ${JSON.stringify(part)};`;
      const code = part.slice(2, -2);
      if (code.startsWith('!=')) return `output._$ += String((${code.slice(2)}) ?? '');`;
      if (code.startsWith('=')) return `output._$ += escape(${code.slice(1)});`;
      return `${code};`;
    })
    .join('\n');
};

/** The text of a template with its variables filled in. The scriptlets see the script's own globals too. */
export const renderTemplate = (source: string, variables: Readonly<Record<string, unknown>>): string => {
  const holder = {
    _$: '',
    append(text: unknown): void {
      holder._$ += String(text);
    },
    appendUntrusted(text: unknown): void {
      holder._$ += escaped(text);
    },
  };
  const names = Object.keys(variables);
  const run = new Function('output', 'escape', ...names, compile(source));
  run(holder, escaped, ...names.map((name) => variables[name]));
  return holder._$;
};
