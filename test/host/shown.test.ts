import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { get, post } from 'local-apps-script/testing';
import { cleanUp, newFolder, scriptFolder, startHost } from './host-process';
import { orderOf } from './open-page';

let address: string;

beforeAll(async () => {
  ({ address } = await startHost('--data', newFolder()));
  await post(address, '/exec', orderOf('=1+1', 'ann@example.com'));
  await post(address, '/local/edit', { sheet: 'Orders', range: 'L2', values: [['posted']] });
});

afterAll(cleanUp);

const sheet = async () => (await get(address, '/local/sheet/Orders?from=1&rows=50')).json;
const shown = async (query: string) => (await get(address, `/local/shown?${query}`)).json;

test('one call tells the page all that it shows, the same as the calls for the sheet, emails and executions', async () => {
  const { state, tab, mails, executions } = await shown('tab=Orders&from=1&rows=50&mails=0&executions=0');
  const { display, notes, validations, rules, backgrounds } = await sheet();
  const [piece] = tab.pieces;
  const cells = piece.rows.flat().map((cell: unknown) => (typeof cell === 'string' ? [cell, 0, cell, ''] : cell));
  expect(cells.map(([text]: unknown[]) => text)).toEqual(display.flat());
  expect(cells.map(([, , , note]: unknown[]) => note)).toEqual(notes.flat());
  expect(cells.map(([, look]: [string, number]) => piece.looks[look][0])).toEqual(backgrounds.flat());
  expect(cells.map(([, look]: [string, number]) => piece.looks[look][5])).toEqual(
    validations.flat().map((rule: number | null) => (rule === null ? null : rules[rule].choices)),
  );
  expect(state.tabs).toEqual((await get(address, '/local/state')).json.tabs);
  expect(mails).toEqual((await get(address, '/local/mail')).json.mails);
  expect(executions).toEqual((await get(address, '/local/executions')).json.executions);
});

test('what an editor begins with is the number behind its format, and the text of a formula', async () => {
  await post(address, '/local/edit', { sheet: 'Orders', range: 'T2:U2', values: [['=1+1', "'007"]] });
  const { pieces } = (await get(address, '/local/cells/Orders?from=2&rows=1')).json;
  const [row] = pieces[0].rows;
  const typed = (column: number): string => (typeof row[column] === 'string' ? row[column] : row[column][2]);
  expect([typed(2), typed(8), typed(19), typed(20)]).toEqual(['=1+1', '20', '=1+1', '007']);
});

test('without a tab it is Orders, an unknown tab gives Orders too, and emails come only when asked for', async () => {
  for (const query of ['', 'tab=Nowhere', 'tab=2026']) {
    const { tab, emails, executions } = await shown(query);
    expect([tab.name, emails, executions]).toEqual(['Orders', undefined, undefined]);
  }
  expect((await shown('tab=Price%20List')).tab.name).toBe('Price List');
});

test('open pages hear about an edit, but not about a selection', async () => {
  const other = await startHost('--data', newFolder(), '--script', scriptFolder('function nothing() {}'));
  const changes = async (): Promise<number> => {
    const stop = new AbortController();
    const events = (await fetch(`${other.address}/local/events`, { signal: stop.signal })).body?.getReader();
    const { value } = (await events?.read()) ?? {};
    stop.abort();
    return Number(/data: (\d+)/.exec(new TextDecoder().decode(value))?.[1]);
  };
  const before = await changes();
  await post(other.address, '/local/select', { sheet: 'Sheet1', range: 'B2' });
  expect(await changes()).toBe(before);
  await post(other.address, '/local/edit', { sheet: 'Sheet1', range: 'B2', values: [['x']] });
  expect(await changes()).toBeGreaterThan(before);
});
