import { afterAll, describe, expect, test } from '@jest/globals';
import { pageProblems } from '../../tools/build/page-checks.mjs';
import { buildPages } from '../../tools/build/pages.mjs';
import { project, removeProjects } from './project';

afterAll(removeProjects);

describe('a page brings all that it needs', () => {
  test('its script and its styles are put in place', async () => {
    const root = project({
      'src/ui/report/report.html': [
        '<head><link rel="stylesheet" href="./report.css"></head>',
        '<p>$& $1</p><script src="./report.ts"></script><p>end</p>',
      ].join('\n'),
      'src/ui/report/report.css': '@import "../base.css"; p { color: red }',
      'src/ui/base.css': 'body { margin: 0 }',
      'src/ui/report/report.ts': "import { hello } from '../hello'; document.title = hello('$&');",
      'src/ui/hello.ts': `export const hello = (name: string): string => \`https://\${name}\`;`,
    });
    const { files, problems } = await buildPages(root);
    const html = files.get('report.html') ?? '';
    expect(problems).toEqual([]);
    expect(html).toMatch(/<style>[^<]*margin: 0[^<]*color: red[^<]*<\/style><\/head>/);
    expect(html).toMatch(/<p>\$& \$1<\/p><script>[^<]*document\.title[^<]*<\/script><p>end<\/p>/);
    expect(html).not.toMatch(/src=|href=|`/);
  });

  test('a script that closes its element in a string stays whole', async () => {
    const root = project({
      'src/ui/a.html': '<script src="./a.ts"></script>',
      'src/ui/a.ts': "document.title = '</script>';",
    });
    expect((await buildPages(root)).files.get('a.html')?.match(/<\/script>/g)).toHaveLength(1);
  });

  test.each([
    ['<script src="https://example.com/x.js"></script>', 'https://example.com/x.js is not a file beside the page'],
    ['<link href="https://example.com/x.css" rel="stylesheet">', 'https://example.com/x.css is not a file'],
    ['<script src="./missing.ts"></script>', 'missing.ts'],
  ])('%s is refused', async (html, words) => {
    const { problems } = await buildPages(project({ 'src/ui/a.html': html }));
    expect(problems).toEqual([expect.stringContaining(words)]);
  });

  test('two pages of one name are refused', async () => {
    const { problems } = await buildPages(project({ 'src/ui/a/x.html': '', 'src/ui/b/x.html': '' }));
    expect(problems).toEqual(['src has two pages named x.html']);
  });
});

describe('inline scripts', () => {
  test('a // inside a template literal is refused, for HtmlService cuts there', () => {
    expect(pageProblems('a.html', `<script>var a = \`https://\${b}\`;</script>`)).toEqual([
      'a.html: HtmlService cuts the template literal `https://` at its //',
    ]);
  });

  test.each([
    ['a comment', '// fine `'],
    ['an address in a string', "var a = 'https://x';"],
    ['a template literal without it', 'var a = `x/y`;'],
    ['a scriptlet', 'var a = <?!= JSON.stringify(data) ?>;'],
  ])('%s is fine', (_, code) => {
    expect(pageProblems('a.html', `<script>${code}\n</script>`)).toEqual([]);
  });

  test('a script that does not parse is refused', () => {
    expect(pageProblems('a.html', '<script>var = 1</script>')).toEqual([expect.stringContaining('does not parse')]);
  });

  test('data is not taken for a script', () => {
    expect(pageProblems('a.html', '<script type="application/json">{"a": "//"}</script>')).toEqual([]);
  });

  test('a call of anything but a door is refused', () => {
    const call = (name: string) =>
      pageProblems('a.html', `<script>google.script.run.withSuccessHandler(show).${name}('token');</script>`);
    expect(call('rpc')).toEqual([]);
    expect(call('markPaid')).toEqual(['a.html: google.script.run.markPaid is not declared at top level; use rpc']);
  });
});
