import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from 'local-apps-script/testing';

afterAll(closeOffices);

const SCRIPT = {
  'Code.js': `
function text(source, u) { const t = HtmlService.createTemplate(source); t.u = u; return t.evaluate().getContent(); }
function page(name) { return HtmlService.createTemplateFromFile(name).evaluate().getContent(); }`,
};

/** A template, what `u` is, and what it prints. */
const PRINTED: readonly (readonly [source: string, u: string | number | boolean | null, printed: string])[] = [
  // Scriptlets are statements, so they may end as statements do.
  ['<?= u; ?>', '<b>', '&lt;b&gt;'],
  ['<?!= u; ?>', '<b>', '<b>'],
  ['<?= u /* who */ ?>!', 'x', 'x!'],
  ['<?= u // who\n ?>!', 'x', 'x!'],
  ['<?= u // who ?>!', 'x', 'x!'],
  ['<? // nothing ?><?= u ?>', 'x', 'x'],
  ['<? if (u) { // yes ?>a<? } else { ?>b<? } /* end */ ?>c', 'x', 'ac'],
  ['<? var n = u; ?><?= n + n ?>', 2, '4'],
  // Text and attributes.
  ['<p><?= u ?></p>', `<&>"'`, '<p>&lt;&amp;&gt;&quot;&#39;</p>'],
  ['<p title="<?= u ?>">', `a"b`, '<p title="a&quot;b">'],
  ['<p title=<?= u ?>>', 'a b=c', '<p title=a&#32;b&#61;c>'],
  ['<p title = "x" class=\'<?= u ?>\'>y<?= u ?>', `'<`, `<p title = "x" class='&#39;&lt;'>y&#39;&lt;`],
  ['<!-- <?= u ?> --><?= u ?>', '-->', '<!--  -->--&gt;'],
  // Scripts.
  [
    '<script>var x = <?= u ?>;</script>',
    `it's </script>`,
    `<script>var x = 'it\\x27s \\x3c\\x2fscript\\x3e';</script>`,
  ],
  ['<script>var x = <?= u ?>;</script>', 5, '<script>var x =  5 ;</script>'],
  ['<script>var x = <?= u ?>;</script>', true, '<script>var x =  true ;</script>'],
  ['<script>var x = <?= u ?>;</script>', null, '<script>var x = null;</script>'],
  ['<script>var x = "<?= u ?>";</script>', `a"b\\\n`, '<script>var x = "a\\x22b\\x5c\\x0a";</script>'],
  [
    "<script>var x = 'don\\'t <?= u ?>';</script><?= u ?>",
    `'<`,
    "<script>var x = 'don\\'t \\x27\\x3c';</script>&#39;&lt;",
  ],
  ['<script>/* it\'s */ // "\n f(<?= u ?>)</script>', 'a', "<script>/* it's */ // \"\n f('a')</script>"],
  ['<script src="a.js"></script><p><?= u ?>', '<', '<script src="a.js"></script><p>&lt;'],
  ['<script>var x = <?!= JSON.stringify(u) ?>;</script>', 'a', '<script>var x = "a";</script>'],
  // Attributes that are scripts, styles and addresses.
  ['<a onclick="f(<?= u ?>)">', `O'B"`, '<a onclick="f(&#39;O\\x27B\\x22&#39;)">'],
  ['<a onclick="f(\'<?= u ?>\', 1)">', `O'B`, '<a onclick="f(\'O\\x27B\', 1)">'],
  ['<a onclick="f(<?= u ?>)" title="<?= u ?>">', 5, '<a onclick="f( 5 )" title="5">'],
  ['<p style="color: <?= u ?>">', 'red', '<p style="color: red">'],
  ['<a href="<?= u ?>">', 'https://example.com/?a=1&b=2', '<a href="https://example.com/?a=1&amp;b=2">'],
  ['<a href="<?= u ?>">', '/path:x', '<a href="/path:x">'],
  ['<a href="/a?b=<?= u ?>">', 'javascript:x', '<a href="/a?b=javascript:x">'],
  ['<style>p { color: <?= u ?> }</style>', '#ff0000', '<style>p { color: #ff0000 }</style>'],
];

test.each(PRINTED)('%j with %j prints %j', async (source, u, printed) => {
  const office = openOffice({ script: SCRIPT });
  expect(await office.run({ function: 'text', args: [source, u] })).toEqual({ result: printed });
});

test('what a page gets in a script is the value itself, whatever it holds', async () => {
  const office = openOffice({ script: SCRIPT });
  for (const u of [`'"\`\\</script><!--${'\u2028'}\n\r\t$\{x}`, 'é😀\0', '']) {
    const { result } = (await office.run({ function: 'text', args: ['<script>x = <?= u ?></script>', u] })) as {
      result: string;
    };
    expect(new Function(`let x; ${result.slice(8, -9)}; return x;`)()).toBe(u);
    expect(result.slice(8, -9)).not.toMatch(/<|>/);
  }
});

test('an address that runs a script is refused by name', async () => {
  const office = openOffice({ script: SCRIPT, refusals: 'told' });
  for (const u of [
    'javascript:alert(1)',
    ' JaVaScript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
  ]) {
    const answer = await office.run({ function: 'text', args: ['<a href="<?= u ?>">', u] });
    expect(answer).toMatchObject({ error: { message: expect.stringContaining('as an address') } });
  }
});

test('what could change a style is refused by name', async () => {
  const office = openOffice({ script: SCRIPT, refusals: 'told' });
  const answer = await office.run({
    function: 'text',
    args: ['<style>p { color: <?= u ?> }</style>', 'red; } body {'],
  });
  expect(answer).toMatchObject({ error: { message: expect.stringContaining('in a style') } });
});

describe('an error in a template has its place', () => {
  test.each([
    ['<p>\n<b>\n<?= nothing ?>', 3],
    ['<p>\n<? // a comment ?>\n<?= nothing ?>', 3],
    ['\n<?\nvar a = 1;\nvar b = 2;\n?>\n\n<?= nothing.x ?>', 7],
    ['<p>\n<?= 1 + ?>', 2],
    ['<p>\n<? for (;;) { ?>\n', 3],
  ])('%j', async (text, line) => {
    const office = openOffice({ script: { ...SCRIPT, 'parts/Page.html': text } });
    const { record } = await office.call('page', ['parts/Page']);
    expect(record).toMatchObject({ status: 'failed', place: { file: 'parts/Page.html', line } });
  });
});
