import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from 'local-apps-script/testing';

afterAll(closeOffices);

const SCRIPT = `
function look() {
  return [LockService.getDocumentLock(), CacheService.getDocumentCache(), PropertiesService.getDocumentProperties()].map((it) => it !== null);
}
function doGet() { return ContentService.createTextOutput(JSON.stringify(look())); }
function doPost() {
  LockService.getDocumentLock().waitLock(1000);
  CacheService.getDocumentCache().put('a', 'b');
  PropertiesService.getDocumentProperties().setProperty('c', 'd');
  return ContentService.createTextOutput(JSON.stringify([CacheService.getDocumentCache().get('a'), LockService.getDocumentLock().hasLock()]));
}
function ring() { console.log(JSON.stringify(look())); }
function plan() { ScriptApp.newTrigger('ring').timeBased().everyMinutes(1).create(); }`;

const ANSWERS = [
  [false, 'null in a web app and a time trigger', [false, false, false]],
  [true, 'there as in the sheet', [true, true, true]],
] as const;

test.each(ANSWERS)(
  'documentEverywhere %s: lock, cache and properties of the document are %s',
  async (position, _words, there) => {
    const office = openOffice({ script: { 'Code.js': SCRIPT } });
    office.weather({ switches: { documentEverywhere: position } });
    const text = async (method: string) => {
      const { location = '', body } = await office.request({ method });
      return location === '' ? body : office.echo(location.split('/').pop() ?? '').body;
    };
    expect(JSON.parse(await text('GET'))).toEqual(there);
    expect(await office.run({ function: 'look' })).toEqual({ result: [true, true, true] });
    const posted = await text('POST');
    if (position) expect(JSON.parse(posted)).toEqual(['b', true]);
    else expect(posted).toContain("TypeError: Cannot read properties of null (reading 'waitLock') (line 7");
    await office.call('plan');
    await office.advance(61_000);
    expect(office.records.at(-1)?.log).toEqual([`DEBUG: ${JSON.stringify(there)}`]);
  },
);
