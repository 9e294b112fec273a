import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { FORM_FIELDS } from '../../../src/core/form-field';
import { GET_ROUTES } from '../../../src/entrypoints/web/get-routes';
import { handleGet } from '../../../src/entrypoints/web/handle-get';
import { POST_ROUTES } from '../../../src/entrypoints/web/order-routes';
import type { GetPorts } from '../../../src/entrypoints/web/route';
import { nodeCrypto } from '../../support/node-crypto';
import { only } from '../../support/only';

/** What the documents must say about a route. */
interface Documented {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly auth: 'signature' | 'none';
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: { readonly route?: { readonly const?: string } };
}
type Examples = Readonly<Record<string, { readonly value: unknown }>>;

const api = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
const security = readFileSync('docs/security.md', 'utf8').split('\n');
const guide = readFileSync('docs/api.md', 'utf8');

/** The paths that docs/openapi.json describes with an example, by method. */
const described = (): Record<Documented['method'], { paths: string[]; examples: string[] }> => {
  const { get, post } = api.paths['/'];
  const [route] = get.parameters;
  const { schema, examples } = post.requestBody.content['application/json'];
  const schemaOf = ({ $ref = '' }: Schema): Schema => api.components.schemas[$ref.split('/').pop() ?? ''];
  const shown = (some: Examples) => Object.values(some).map(({ value }) => value);
  return {
    GET: { paths: route.schema.enum, examples: shown(route.examples) as string[] },
    POST: {
      paths: (schema.anyOf as Schema[]).map((each) => schemaOf(each).properties?.route?.const ?? ''),
      examples: shown(examples).map((value) => (value as { route?: string }).route ?? ''),
    },
  };
};

/** What the documents are missing about the routes, as sentences that say what to do. */
const undocumented = (routes: readonly Documented[]): string[] =>
  routes.flatMap(({ method, path, auth }) => {
    const name = method === 'GET' ? `GET ?route=${path}` : `POST ${path}`.trim();
    const { paths, examples } = described()[method];
    const [, row] = security
      .map((line) => line.split(' | '))
      .reduce<[string, string[]?]>((found, cells) => (cells[0] === `| \`${name}\`` ? [name, cells] : found), [name]);
    const [, who = '', checked = ''] = row ?? [];
    const says = auth === 'none' ? who === 'everybody' : who === 'the platform' && checked.startsWith('signature');
    return [
      row ? '' : `docs/security.md: add a row for ${name}`,
      !row || says ? '' : `docs/security.md: ${name} is for ${who} there, and its route checks: ${auth}`,
      paths.includes(path) ? '' : `docs/openapi.json: describe ${name}`,
      examples.includes(path) ? '' : `docs/openapi.json: add an example of ${name}`,
      path === '' || guide.includes(`\`${path}\``) ? '' : `docs/api.md: say what ${name} does`,
    ].filter(Boolean);
  });

test('every route is described and shown in docs/openapi.json, named in the guide, and has its row in docs/security.md', () => {
  expect(GET_ROUTES.length + POST_ROUTES.length).toBeGreaterThan(13);
  expect(undocumented([...GET_ROUTES, ...POST_ROUTES])).toEqual([]);
});

test("an undocumented route is reported, with each place where it's missing", () => {
  expect(undocumented([{ method: 'POST', path: 'orders/rename', auth: 'signature' }])).toEqual([
    'docs/security.md: add a row for POST orders/rename',
    'docs/openapi.json: describe POST orders/rename',
    'docs/openapi.json: add an example of POST orders/rename',
    'docs/api.md: say what POST orders/rename does',
  ]);
  expect(undocumented([{ method: 'GET', path: 'events', auth: 'none' }])).toHaveLength(4);
});

test('a route without its signature, or with an undocumented one, is reported', () => {
  expect(undocumented([{ method: 'GET', path: 'orders/summary', auth: 'none' }])).toEqual([
    expect.stringContaining('GET ?route=orders/summary is for the platform there, and its route checks: none'),
  ]);
  expect(undocumented([{ method: 'GET', path: 'prices', auth: 'signature' }])).toHaveLength(1);
});

test('no two routes of a method have the same path', () => {
  for (const routes of [GET_ROUTES, POST_ROUTES]) {
    const paths = routes.map(({ path }) => path);
    expect([...new Set(paths)]).toEqual(paths);
  }
});

test('what a stranger may read is cached under one name, no matter what else they send, or not at all', () => {
  const open = GET_ROUTES.filter(({ auth }) => auth === 'none');
  expect(open.map(({ path, keptBy }) => [path, keptBy])).toEqual([
    ['prices', []],
    ['health', null],
  ]);
});

test('every read except the open ones is rejected without a signature, before the sheet is read', () => {
  const ports = only<GetPorts>({
    clock: { now: () => new Date('2026-11-23T15:00:00Z'), local: String },
    crypto: nodeCrypto,
    cache: { get: () => null, put: () => {} },
    properties: only<GetPorts['properties']>({ all: () => ({ WEBHOOK_SECRETS: 'whsec_AAAA' }) }),
  });
  const signed = GET_ROUTES.filter(({ auth }) => auth === 'signature');
  const codes = signed.map(({ path }) => JSON.parse(handleGet(ports, { parameters: { route: [path] } })).code);
  expect(codes).toEqual(signed.map(() => 'SIGNATURE_MISSING'));
});

test('every field of an order is described in docs/openapi.json and named in the guide', () => {
  const { properties } = api.components.schemas.NewOrder;
  for (const field of FORM_FIELDS) {
    expect(Object.keys(properties)).toContain(field);
    expect(guide).toContain(`\`${field}\``);
  }
});
