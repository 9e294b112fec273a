/** The one HTML file of a build that is pasted by hand; all pages and bundles are in it. */
export const pagesFile = 'Pages';

/**
 * The most bytes of it. Google names no limit for a file of a script; people have pasted files of this size that clasp could not
 * push (google/clasp#771).
 */
const largestPages = 1_500_000;

/** The line above a page; its name is the file's without `.html`. @param {string} name */
const mark = (name) => `<!-- CPS page ${name} -->\n`;
const anyMark = '<!-- CPS page ';

/**
 * Reads the pages from the one file, in place of src/google/page-files.ts.
 * @type {import('esbuild').Plugin}
 */
export const pastedPages = {
  name: 'paste',
  setup({ onLoad }) {
    // The mark is put together: a bundle must not hold it itself.
    const contents = `
      const mark = ['<!--', 'CPS', 'page', ''].join(' ');
      let pages: string | undefined;
      export const bundleText = (name: string): string => {
        pages ??= HtmlService.createTemplateFromFile('${pagesFile}').getRawContent().replace(/\\r\\n?/g, '\\n');
        const [, after] = pages.split(mark + name + ' -->\\n');
        const [text, more] = after?.split('\\n' + mark) ?? [];
        if (text === undefined || more === undefined) throw new Error('The file ${pagesFile} of this script is incomplete: ' + name + ' is missing. Paste the whole file again.');
        return text;
      };
      export const pageTemplate = (page: string) => HtmlService.createTemplate(bundleText(page));
      export const customerFrame = (): string => bundleText('customer-page');`;
    onLoad({ filter: /[\\/]google[\\/]page-files\.ts$/ }, () => ({ contents, loader: 'ts' }));
  },
};

/**
 * The files to paste, named as the script editor names them.
 * @param {Map<string, string>} files the product's, by name
 * @returns {Map<string, string>}
 */
export const pasteFiles = (files) => {
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  const text = pages.map(([name, content]) => `${mark(name.replace(/\.html$/, ''))}${content}`).join('\n');
  return new Map([
    ['Code.gs', files.get('Code.js') ?? ''],
    // The last mark shows whether the end was pasted, too.
    [`${pagesFile}.html`, `${text}\n${mark('end')}`],
    ['appsscript.json', files.get('appsscript.json') ?? ''],
  ]);
};

/**
 * What is wrong with files to paste, one sentence each.
 * @param {Map<string, string>} files the product's
 * @param {Map<string, string>} pasted
 * @returns {string[]}
 */
export const pasteProblems = (files, pasted) => {
  const size = Buffer.byteLength(pasted.get(`${pagesFile}.html`) ?? '');
  return [
    ...[...files]
      .filter(([, content]) => content.includes(anyMark))
      .map(([name]) => `${name} contains the line that separates the pages in ${pagesFile}.html`),
    ...(size > largestPages ? [`${pagesFile}.html has ${size} bytes; at most ${largestPages} are allowed`] : []),
  ];
};
