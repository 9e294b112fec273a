import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

const SCRIPT = {
  'Code.js': `
function read() { PropertiesService.getScriptProperties().getProperties(); }
function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Ask', 'ask').addToUi(); }
function ask() { SpreadsheetApp.getUi().alert('Well?'); }`,
};

/** What keeps this process alive on account of worker threads. */
const threads = (): number => process.getActiveResourcesInfo().filter((name) => /Worker|MessagePort/.test(name)).length;

test.each<[string, (office: ReturnType<typeof openOffice>) => Promise<unknown>]>([
  [
    'one that was killed a moment ago',
    (office) => {
      office.addFault({ service: 'Properties.getProperties', nth: 1, kind: 'kill-before' });
      return office.call('read');
    },
  ],
  ['one whose script waits for an answer', (office) => office.menu({ item: 'Ask' })],
  ['one that is idle', (office) => office.call('read')],
])('closed, an office leaves no worker behind: %s', async (_, leave) => {
  const before = threads();
  const office = openOffice({ transport: 'workers', script: SCRIPT });
  await leave(office);
  await office.close();
  // A port that another test closed goes in its own time, and so may one of ours: none stays.
  for (let looks = 0; threads() > before && looks < 500; looks++) await new Promise((done) => setTimeout(done, 10));
  expect(threads()).toBeLessThanOrEqual(before);
});
