import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

const SCRIPT = {
  'Code.js': `
function files() {
  var folder = DriveApp.createFolder('Backups');
  var file = folder.createFile('list.csv', 'a,é', 'text/csv');
  DriveApp.createFile(Utilities.newBlob([1, -1], 'image/png', 'dot.png'));
  var found = DriveApp.getFoldersByName('Backups').next().getFiles();
  var first = found.next();
  return [first.getName(), first.getMimeType(), first.getBlob().getDataAsString(), found.hasNext(), file.getSize(), first.getParents().next().getName(),
    DriveApp.getFilesByName('dot.png').next().getBlob().getBytes(), DriveApp.getFileById(file.getId()).getDateCreated() instanceof Date];
}
function trash() {
  var file = DriveApp.createFile('a.txt', 'text');
  file.setName('b.txt').setTrashed(true);
  return [file.getName(), file.isTrashed(), DriveApp.getFilesByName('b.txt').hasNext()];
}
function backup(id) {
  PropertiesService.getScriptProperties().setProperty('secret', 's');
  var folder = DriveApp.createFolder('Backups');
  var copy = DriveApp.getFileById(id).makeCopy('Backup 1', folder);
  return [copy.getId(), copy.getName(), folder.getFiles().next().getId() === copy.getId(), copy.getId() !== id];
}
function open(id) { return DriveApp.getFileById(id).getName(); }
function mine() { return DriveApp.createFile('mine.txt', 'x').getId(); }
function secret() { return PropertiesService.getScriptProperties().getProperty('secret'); }
function install() { ScriptApp.newTrigger('secret').timeBased().everyMinutes(5).create(); return ScriptApp.getProjectTriggers().length; }
function triggers() { return ScriptApp.getProjectTriggers().length; }`,
};

describe('DriveApp (docs/google.md G5 and G110)', () => {
  test('files and folders are made, found and read', async () => {
    const office = openOffice({ script: SCRIPT });
    expect(await office.run({ function: 'files' })).toEqual({
      result: ['list.csv', 'text/csv', 'a,é', false, 4, 'Backups', [1, -1], true],
    });
  });

  test('a file in the trash is not found by name', async () => {
    const office = openOffice({ script: SCRIPT });
    expect(await office.run({ function: 'trash' })).toEqual({ result: ['b.txt', true, false] });
  });

  test('makeCopy of the spreadsheet gives another spreadsheet with the same tabs', async () => {
    const office = openOffice({ script: SCRIPT });
    const answer = (await office.run({ function: 'backup', args: [office.bound] })) as {
      result: [string, string, boolean, boolean];
    };
    expect(answer.result.slice(1)).toEqual(['Backup 1', true, true]);
    const copy = office.world.workbooks.get(answer.result[0]);
    expect(copy?.tabs.map(({ name }) => name)).toEqual(
      office.world.workbooks.get(office.bound)?.tabs.map(({ name }) => name),
    );
  });

  test.each([
    [false, null],
    [true, 's'],
  ])(
    'whether a copy takes its script properties along is a switch (%s); triggers never come along',
    async (keeps, secret) => {
      const office = openOffice({ script: SCRIPT });
      office.world.switches.copyKeepsProperties = keeps;
      await office.run({ function: 'install' });
      await office.run({ function: 'backup', args: [office.bound] });
      const { copy } = office.copy();
      office.open(copy);
      expect(await office.run({ function: 'secret' })).toEqual({ result: secret });
      expect(await office.run({ function: 'triggers' })).toEqual({ result: 0 });
      office.open();
      expect(await office.run({ function: 'triggers' })).toEqual({ result: 1 });
    },
  );

  test('one user can’t see another user’s file, but both see the shared spreadsheet', async () => {
    const office = openOffice({ script: SCRIPT });
    const { result: id } = (await office.run({ function: 'mine' })) as { result: string };
    expect(await office.run({ function: 'open', args: [id], as: 'staff' })).toMatchObject({
      error: { message: expect.stringContaining('No item with the given ID could be found.') },
    });
    expect(await office.run({ function: 'open', args: [office.bound], as: 'staff' })).toEqual({
      result: 'Untitled spreadsheet',
    });
  });

  test('a copy that was never made cannot be opened', () => {
    const office = openOffice({ script: SCRIPT });
    expect(() => office.open('nothing')).toThrow('there is no copy "nothing"');
  });
});
