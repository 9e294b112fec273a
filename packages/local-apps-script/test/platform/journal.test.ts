import { afterAll, expect, test } from '@jest/globals';
import { Clock } from '../../google/clock';
import { type JournalEntry, World } from '../../google/world';
import { closeOffices, NOW, openOffice } from '../../testing';

afterAll(closeOffices);

const SCRIPT = {
  'Code.js': `
function work() {
  PropertiesService.getScriptProperties().setProperties({ a: '1', b: '2' }).deleteProperty('a');
  MailApp.sendEmail('ann@example.com', 'S', 'B');
  ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create();
  ScriptApp.newTrigger('work').timeBased().everyDays(1).atHour(5).create();
  var folder = DriveApp.createFolder('F');
  folder.createFile('a.txt', 'text').setTrashed(true);
  folder.createFile('b.txt', 'text');
  CacheService.getScriptCache().put('k', 'v');
}
function tick() { PropertiesService.getScriptProperties().setProperty('ticked', new Date().toISOString()); }
function fails() { MailApp.sendEmail('bad', 'S', 'B'); }`,
};

const worldAt = (now: string): World => {
  const clock = new Clock();
  clock.freeze(Date.parse(now));
  return new World(clock);
};

/** Works in a new office and gives its world and the journal of it. */
const work = async () => {
  const journal: JournalEntry[] = [];
  const office = openOffice({ script: SCRIPT });
  office.world.onChange = (entry) => journal.push(JSON.parse(JSON.stringify(entry)));
  journal.push({
    at: Date.parse(NOW),
    by: { effectiveUser: 'operator@example.com', activeUser: '', execution: 'host', bound: '' },
    name: 'Host.create',
    args: ['Untitled spreadsheet', 'operator@example.com', ['staff@example.com'], office.manifest.timeZone],
  });
  await office.call('work');
  await office.call('fails');
  await office.advance(20 * 60_000);
  office.copy();
  return { office, journal };
};

test('a journal made again gives the same world', async () => {
  const { office, journal } = await work();
  const again = worldAt(NOW);
  for (const entry of journal) again.replay(entry);
  expect(again.toJSON()).toEqual(office.world.toJSON());
});

test('a restored snapshot gives the same world, through JSON', async () => {
  const { office } = await work();
  const again = worldAt(NOW);
  again.restore(JSON.parse(JSON.stringify(office.world.toJSON())));
  expect(again.toJSON()).toEqual(office.world.toJSON());
});

test('only changes are journaled: no reads, no cache, nothing that failed', async () => {
  const { journal } = await work();
  const names = new Set(journal.map(({ name }) => name));
  expect(names.has('Cache.put')).toBe(false);
  expect([...names].filter((name) => name.includes('.get'))).toEqual([]);
  expect(journal.filter(({ name }) => name === 'MailApp.sendEmail')).toHaveLength(1);
});

test('replaying does not ask for today’s quota: what was sent was sent', async () => {
  const { office, journal } = await work();
  const again = worldAt(NOW);
  again.switches.mailQuota = 0;
  for (const entry of journal) again.replay(entry);
  expect(again.mailbox.after(0)).toEqual(office.world.mailbox.after(0));
});

test('a clock that runs keeps how far it was moved', () => {
  const world = new World(new Clock(() => 1000));
  world.perform('Host.advance', [5000], { effectiveUser: '', activeUser: '', execution: 'host', bound: '' });
  const again = new World(new Clock(() => 2000));
  again.restore(world.toJSON());
  expect(again.clock.now()).toBe(7000);
});
