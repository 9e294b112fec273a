import { afterEach, expect, test } from '@jest/globals';
import { closeOffices, evaluate, openOffice } from 'local-apps-script/testing';
import { toldOf } from '../../office/told';

afterEach(closeOffices);

/** Scripts that ask for what is not here and go on as if nothing had been. */
const SWALLOWING: readonly (readonly [what: string, code: string])[] = [
  ['GmailApp.search', 'GmailApp.search("x")'],
  ['Range.getTextStyle', 'SpreadsheetApp.getActive().getRange("A1").getTextStyle()'],
  ['Sheet.newPivotTable', 'SpreadsheetApp.getActiveSheet().newPivotTable()'],
  ['File.addViewer', 'DriveApp.createFile("a.txt", "a").addViewer("b@example.org")'],
  ['Folder.addFile', 'DriveApp.createFolder("F").addFile(null)'],
  ['Blob.getAs from text/plain to application/pdf', 'Utilities.newBlob("x").getAs("application/pdf")'],
  ['Utilities.parseDate', 'Utilities.parseDate("1", "UTC", "d")'],
  ['UrlFetchApp.fetch of example.com (loopback addresses only)', 'UrlFetchApp.fetch("https://example.com/")'],
  [
    'Sheets.Spreadsheets.batchUpdate request findReplace',
    'Sheets.Spreadsheets.batchUpdate({ requests: [{ findReplace: {} }] }, SpreadsheetApp.getActive().getId())',
  ],
  ['Utilities with MD2', 'Utilities.computeDigest(Utilities.DigestAlgorithm.MD2, "x")'],
];

const caught = (code: string): string =>
  `function main() { try { ${code}; } catch (e) {} Logger.log('went on'); return 'went on'; }`;

test.each(['direct', 'workers'] as const)(
  '%s: a refusal that the script catches is in the record, named by its class',
  async (transport) => {
    for (const [what, code] of SWALLOWING) {
      const office = openOffice({ script: { 'Code.js': caught(code) }, transport, refusals: 'told' });
      const { record } = await office.call('main');
      expect(record).toMatchObject({ status: 'completed', error: null, refusals: [what] });
      expect(toldOf(record)).toEqual([expect.stringContaining(`doesn't have ${what}.`)]);
      expect(office.executions()).toMatchObject({ executions: [{ refusals: [what] }] });
    }
  },
);

test('a refusal that happens many times is reported once, and several in the order in which they happened', async () => {
  const code =
    'for (let i = 0; i < 3; i++) for (const f of [() => Maps.newGeocoder(), () => FormApp.create("x")]) try { f(); } catch (e) {}';
  const office = openOffice({ script: { 'Code.js': caught(code) }, refusals: 'told' });
  expect((await office.call('main')).record.refusals).toEqual(['Maps.newGeocoder', 'FormApp.create']);
});

test('in tests a refusal that a script has caught fails the file', async () => {
  const office = openOffice({ script: { 'Code.js': caught('GmailApp.search("x")') } });
  await office.call('main');
  await expect(closeOffices()).rejects.toThrow(
    "a script used what the local Apps Script doesn't have, and caught the error: GmailApp.search in main",
  );
});

test('a refusal that ends the execution with its own words has not vanished', async () => {
  await expect(evaluate('return GmailApp.search("x");')).rejects.toThrow('GmailApp.search');
  await expect(closeOffices()).resolves.toBeUndefined();
});

test('a refusal that the script makes another error of has vanished', async () => {
  await expect(evaluate('try { GmailApp.search("x"); } catch (e) { throw new Error("no"); }')).rejects.toThrow('no');
  await expect(closeOffices()).rejects.toThrow('GmailApp.search');
});

test.each(['direct', 'workers'] as const)(
  '%s, strict: a refusal ends the execution, and nothing after it is performed',
  async (transport) => {
    for (const [what, code] of SWALLOWING) {
      const script = `function main() { try { ${code}; } catch (e) {} finally { SpreadsheetApp.getActive().getRange('B1').setValue(1); } }`;
      const office = openOffice({ script: { 'Code.js': script }, transport, strict: true });
      const { record, outcome } = await office.call('main');
      expect(outcome).toMatchObject({ status: 'failed' });
      expect(record.error).toContain(what);
      expect(office.values('Sheet1')).toEqual([]);
    }
  },
);
