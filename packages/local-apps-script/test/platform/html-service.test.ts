import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, loadScriptsBy, openOffice } from '../../testing';

afterAll(closeOffices);
loadScriptsBy('gas-local');

const FILES = {
  'Code.js': `
var GREETING = 'hello';
function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
function render(value) { const t = HtmlService.createTemplateFromFile('Page'); t.value = value; t.items = [1, 2]; return t.evaluate().getContent(); }
function template(source) { return HtmlService.createTemplate(source).evaluate().getContent(); }
function build() {
  const page = HtmlService.createHtmlOutput('<p>').append('a').appendUntrusted('<b>&').setTitle('T').setWidth(300).setHeight(200);
  return [page.getContent(), page.getTitle(), page.getWidth(), page.getHeight()];
}
function missing() { return HtmlService.createHtmlOutputFromFile('Missing'); }
function meta() { HtmlService.createHtmlOutput('').addMetaTag('robots', 'x'); }`,
  'Page.html': `<p><?= value ?></p><p><?!= value ?></p><? for (var i = 0; i < items.length; i++) { ?><i><?= items[i] ?></i><? } ?>`,
  'parts/Style.html': '<style></style>',
};

describe('HtmlService (docs/google.md 6)', () => {
  test('<?= ?> escapes, <?!= ?> does not', async () => {
    const office = openOffice({ script: FILES });
    expect(await office.run({ function: 'render', args: [`<b>"&'`] })).toEqual({
      result: `<p>&lt;b&gt;&quot;&amp;&#39;</p><p><b>"&'</p><i>1</i><i>2</i>`,
    });
  });

  test('scriptlets see the script’s own globals and functions, and run code', async () => {
    const office = openOffice({ script: FILES });
    const args = ['<? var n = 2; ?><?= GREETING + n ?><?!= include("parts/Style") ?>`$`\n\\'];
    expect(await office.run({ function: 'template', args })).toEqual({ result: 'hello2<style></style>`$`\n\\' });
  });

  test('a page knows its content, title and size', async () => {
    const office = openOffice({ script: FILES });
    expect(await office.run({ function: 'build' })).toEqual({ result: ['<p>a&#60;b&#62;&#38;', 'T', 300, 200] });
  });

  test('a file that is not there is an error that names it', async () => {
    const office = openOffice({ script: FILES });
    expect(await office.run({ function: 'missing' })).toEqual({
      error: { name: 'Exception', message: 'No HTML file named Missing was found.' },
    });
  });

  test.each([
    'parts/../parts/Style',
    '../Style',
    './parts/Style',
    '/etc/hosts',
    'parts',
    'Parts/Style',
    'parts/style',
    '',
  ])('a file is found by its own name only, not by %j', async (name) => {
    const office = openOffice({ script: FILES });
    expect(await office.run({ function: 'template', args: [`<?!= include(${JSON.stringify(name)}) ?>`] })).toEqual({
      error: { name: 'Exception', message: `No HTML file named ${name} was found.` },
    });
  });

  test('meta tags that Google does not allow are refused', async () => {
    const office = openOffice({ script: FILES });
    expect(await office.run({ function: 'meta' })).toMatchObject({
      error: { message: 'The meta tag you specified is not allowed in this context.' },
    });
  });
});
