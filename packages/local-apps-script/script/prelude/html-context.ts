/** Where in a page a scriptlet is: it decides how what it prints is escaped. */
export interface Context {
  readonly place: 'text' | 'tag' | 'attribute' | 'script' | 'style' | 'comment';
  /** Of an attribute, or of a text in a script: the quotation mark that it is in; empty without one. */
  readonly quote: string;
  /** Of a tag: its name, in small letters. */
  readonly tag: string;
  /** Of an attribute: its name, in small letters. */
  readonly name?: string;
  /** Of an attribute: what is in it so far. */
  readonly value?: string;
}

/** Where a page begins. */
export const START: Context = { place: 'text', quote: '', tag: '' };

type Step = readonly [context: Context, rest: string];

const after = (text: string, mark: RegExp): { readonly found: RegExpExecArray; readonly rest: string } | null => {
  const found = mark.exec(text);
  return found && { found, rest: text.slice(found.index + found[0].length) };
};

const inText = (text: string): Step => {
  const next = after(text, /<!--|<\/?([A-Za-z][\w-]*)/);
  if (!next) return [START, ''];
  const [whole, name = ''] = next.found;
  if (whole === '<!--') return [{ ...START, place: 'comment' }, next.rest];
  return [{ place: 'tag', quote: '', tag: whole.startsWith('</') ? '' : name.toLowerCase() }, next.rest];
};

const inTag = (context: Context, text: string): Step => {
  const next = after(text, />|([\w:.-]*)\s*=\s*(?:(["'])|(?=[^\s>"'])|$)/);
  if (!next) return [context, ''];
  const [whole, name = '', quote = ''] = next.found;
  const { tag } = context;
  if (whole !== '>') return [{ place: 'attribute', quote, tag, name: name.toLowerCase(), value: '' }, next.rest];
  const place = tag === 'script' || tag === 'style' ? tag : 'text';
  return [{ place, quote: '', tag: place === 'text' ? '' : tag }, next.rest];
};

const inAttribute = (context: Context, text: string): Step => {
  const next = after(text, context.quote === '' ? /(?=[\s>])/ : new RegExp(context.quote));
  const value = `${context.value ?? ''}${next ? text.slice(0, next.found.index) : text}`;
  return next ? [{ place: 'tag', quote: '', tag: context.tag }, next.rest] : [{ ...context, value }, ''];
};

/** Where a scriptlet is in the script that an attribute is, such as `onclick`. */
export const scriptIn = (value: string): Context => contextAfter({ place: 'script', quote: '', tag: 'script' }, value);

/** A script's texts and comments matter: what is in a text is escaped as a part of it. */
const inScript = (context: Context, text: string): Step => {
  if (context.quote !== '') {
    const next = after(text, new RegExp(`\\\\[\\s\\S]|${context.quote === '`' ? '`' : context.quote}`));
    if (!next) return [context, ''];
    return [next.found[0].startsWith('\\') ? context : { ...context, quote: '' }, next.rest];
  }
  const next = after(text, /<\/script|\/\/[^\n]*|\/\*[\s\S]*?\*\/|["'`]/i);
  if (!next) return [context, ''];
  const [whole] = next.found;
  if (/^<\/script/i.test(whole)) return [{ place: 'tag', quote: '', tag: '' }, next.rest];
  return [whole.length === 1 ? { ...context, quote: whole } : context, next.rest];
};

const until = (mark: RegExp, context: Context, then: Context, text: string): Step => {
  const next = after(text, mark);
  return next ? [then, next.rest] : [context, ''];
};

const step = (context: Context, text: string): Step => {
  switch (context.place) {
    case 'text':
      return inText(text);
    case 'tag':
      return inTag(context, text);
    case 'attribute':
      return inAttribute(context, text);
    case 'script':
      return inScript(context, text);
    case 'style':
      return until(/<\/style/i, context, { place: 'tag', quote: '', tag: '' }, text);
    case 'comment':
      return until(/-->/, context, START, text);
  }
};

/** Where a page is after some more of it. */
export const contextAfter = (before: Context, text: string): Context => {
  let [context, rest]: Step = [before, text];
  while (rest !== '') [context, rest] = step(context, rest);
  return context;
};
