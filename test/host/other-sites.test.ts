import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Called, get, type HostHere, post } from 'local-apps-script/testing';
import { startHere } from '../support/host-here';
import { PAUL } from '../support/shop';

let host: HostHere;

beforeAll(async () => {
  host = await startHere();
});
afterAll(() => host.close());

const rows = async (): Promise<number> =>
  (await get(host.address, '/local/sheet/Orders')).json.values.filter(([id]: readonly unknown[]) => id).length;

const readAs = async (headers: Record<string, string>, query = 'route=orders'): Promise<Response> =>
  fetch(`${host.address}/exec?${query}`, { headers });

const postAs = (headers: Record<string, string>, query = '', body: unknown = PAUL): Promise<Called> =>
  post(host.address, `/exec${query}`, body, { 'Content-Type': 'text/plain', ...headers });

/** How a browser marks what a page of another site sends. */
const OTHER_SITES: readonly (readonly [string, Record<string, string>])[] = [
  ['a website', { Origin: 'http://evil.example' }],
  ['a website over https', { Origin: 'https://evil.example' }],
  ['a page without an origin', { Origin: 'null' }],
  ['another program’s page on this machine', { Origin: 'http://localhost:9' }],
  ['a page of this address over https', { Origin: 'https://localhost' }],
  ['a website whose request carries no origin', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a link on a website', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }],
];

describe.each(OTHER_SITES)('while nobody has to prove anything, %s', (_, headers) => {
  test('reads nothing', async () => {
    for (const query of ['route=orders', 'route=prices', 'route=order&id=x', '', 'page=', 'page=order&page=order']) {
      const answer = await readAs(headers, query);
      expect([query, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([query, 403, null]);
      expect(((await answer.json()) as { error: string }).error).toMatch(/^In "open" mode .* --auth signature/);
    }
  });

  test('orders nothing, however it dresses the request up as a customer’s form', async () => {
    const before = await rows();
    for (const query of ['', '?page=feedback', '?page=feedback&page=feedback', '?page=orders', '?pag%65=feedback']) {
      expect((await postAs(headers, query)).status).toBe(403);
      const form = { 'Content-Type': 'application/x-www-form-urlencoded', ...headers };
      const double = JSON.stringify({ ...PAUL, x: '&page=feedback&' });
      expect((await postAs(form, query, ` \n${double}`)).status).toBe(403);
    }
    expect(await rows()).toBe(before);
  });
});

test('what carries no mark of a page, and our own page, are answered as ever', async () => {
  for (const headers of [
    {},
    { Origin: host.address },
    { 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'none' },
  ])
    expect(await (await readAs(headers)).json()).toMatchObject({ ok: true });
  expect(await postAs({ Origin: host.address }, '', { ...PAUL, orderId: 'own' })).toMatchObject({ json: { ok: true } });
});

test('a customer’s page opens and takes its form, which comes without an origin as from Google’s frame', async () => {
  const page = await readAs({ 'Sec-Fetch-Site': 'cross-site' }, 'page=order&t=x');
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('This link doesn’t work')]);
  const sent = await fetch(`${host.address}/exec?page=feedback`, {
    method: 'POST',
    headers: { Origin: 'null', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 't=x&rating=1&action=rate',
  });
  expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining('This link doesn’t work')]);
});
