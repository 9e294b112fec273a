import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cleanUp, type HostProcess, newFolder, startHost } from '../../host/host-process';
import { faultsOf, type Schema, type Schemas } from '../../support/json-schema';

interface Example {
  readonly value: unknown;
  readonly 'x-answer': string;
}
type Examples = Readonly<Record<string, Example>>;
interface Content {
  readonly 'application/json': { readonly schema: Schema; readonly examples?: Examples };
}
interface Operation {
  readonly parameters: readonly { readonly name: string; readonly schema: Schema; readonly examples?: Examples }[];
  readonly requestBody: { readonly content: Content };
  readonly responses: { readonly '200': { readonly content: Content } };
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: { readonly '/': { readonly get: Operation; readonly post: Operation } };
  readonly components: { readonly schemas: Schemas };
}

const api = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as OpenApi;
const guide = readFileSync('docs/api.md', 'utf8');
const { schemas } = api.components;
const { get, post } = api.paths['/'];

let host: HostProcess;
let secret: string;
beforeAll(async () => {
  host = await startHost('--data', newFolder(), '--fresh', '--auth', 'signature');
  secret = ((await (await fetch(`${host.address}/local/state`)).json()) as { webhookSecret: string }).webhookSecret;
});
afterAll(cleanUp);

/** The query that signs a text, written only from docs/api.md. */
const signed = (text: string, id: string): string => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64');
  const parts = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
  return new URLSearchParams(parts).toString();
};

const expectDescribed = (answer: unknown, { responses }: Operation, name: string): void => {
  expect(faultsOf(answer, { $ref: `#/components/schemas/${name}` }, schemas)).toEqual([]);
  expect(faultsOf(answer, responses['200'].content['application/json'].schema, schemas)).toEqual([]);
};

test('every example request in docs/openapi.json matches its schema, and so does the running host’s answer', async () => {
  expect(api.openapi).toMatch(/^3\.1\./);
  const { schema, examples = {} } = post.requestBody.content['application/json'];
  for (const [name, { value, 'x-answer': answerName }] of Object.entries(examples)) {
    const body = JSON.stringify(value);
    if (name !== 'invalid' && name !== 'unknown') expect(faultsOf(value, schema, schemas)).toEqual([]);
    const response = await fetch(`${host.address}/exec?${signed(body, `msg-${name}`)}`, { method: 'POST', body });
    expectDescribed(await response.json(), post, answerName);
  }
});

test('every route in docs/openapi.json answers as described', async () => {
  const [route] = get.parameters;
  const examples = Object.values(route?.examples ?? {});
  expect(examples.map(({ value }) => value).sort()).toEqual([...(route?.schema.enum ?? [])].sort());
  for (const { value, 'x-answer': answerName } of examples) {
    const text = `${value === 'order' ? 'number=ASDAR26-0001&' : ''}route=${encodeURIComponent(String(value))}`;
    const answer = await (await fetch(`${host.address}/exec?${text}&${signed(text, 'msg-get')}`)).json();
    expectDescribed(answer, get, answerName);
  }
  const unsigned = await (await fetch(`${host.address}/exec?route=orders`)).json();
  expectDescribed(unsigned, get, 'Refusal');
});

/** Runs a program and returns its output. */
const run = (command: string, args: readonly string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; output: string; errors: string }>((done) => {
    const child = spawn(command, args, { env: { ...process.env, ...env } });
    const said = { output: '', errors: '' };
    child.stdout.on('data', (text) => {
      said.output += text;
    });
    child.stderr.on('data', (text) => {
      said.errors += text;
    });
    child.on('close', (code) => done({ code, ...said }));
  });

test('npm run order sends a signed order from a file, and the second run is a duplicate', async () => {
  const args = ['tools/order.mjs', 'examples/order.json', '--to', host.address];
  const first = await run(process.execPath, args);
  expect([first.code, first.errors]).toEqual([0, '']);
  const answer = JSON.parse(first.output);
  expect(answer).toMatchObject({ ok: true, orderId: 'web-10001' });
  expect(JSON.parse((await run(process.execPath, args)).output)).toEqual({ ...answer, duplicate: true });
});

test.each([
  ['no file', [], 'which file'],
  ['a file that is not there', ['nowhere.json'], "nowhere.json can't be read"],
  ['a host that does not run', ['examples/order.json', '--to', 'http://localhost:1'], "there's no answer from"],
])('npm run order with %s says so in one sentence', async (_, args, sentence) => {
  const { code, output, errors } = await run(process.execPath, ['tools/order.mjs', ...args]);
  expect([code, output]).toEqual([1, '']);
  expect(errors).toMatch(new RegExp(`^order: .*${sentence}.*\n$`));
});

test('the curl example sends an order that the web app accepts', async () => {
  const env = { CPS_WEB_APP: `${host.address}/exec`, CPS_SECRET: secret };
  const { output, errors } = await run('sh', ['examples/curl.sh', 'examples/order.json'], env);
  expect(errors).toBe('');
  expect(JSON.parse(output)).toMatchObject({ ok: true, orderId: 'web-10001' });
});

test('the example client reads, and shows a rejection with its fields', async () => {
  const program = `
    import { get, post } from './examples/client.mjs';
    const cps = { webApp: process.env.CPS_WEB_APP, secret: process.env.CPS_SECRET };
    const { order } = await get(cps, { route: 'order', id: 'web-10001' });
    const { answer } = await post(cps, { customerName: 'Ann' }).catch((error) => error);
    console.log(JSON.stringify([order.customerName, answer.code, answer.details.map(({ field }) => field)]));`;
  const env = { CPS_WEB_APP: `${host.address}/exec`, CPS_SECRET: secret };
  const { output, errors } = await run(process.execPath, ['--input-type=module', '-e', program], env);
  expect(errors).toBe('');
  const [name, code, fields] = JSON.parse(output);
  expect([name, code]).toEqual(['José Núñez', 'VALIDATION_FAILED']);
  expect(fields).toEqual(expect.arrayContaining(['email', 'street', 'items']));
});

test('the example client retries with the same id if there is no answer, and makes one order', async () => {
  const fault = { service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'kill-after' };
  await fetch(`${host.address}/local/faults`, { method: 'POST', body: JSON.stringify(fault) });
  const program = `
    import { readFileSync } from 'node:fs';
    import { post } from './examples/client.mjs';
    const cps = { webApp: process.env.CPS_WEB_APP, secret: process.env.CPS_SECRET, wait: async () => {} };
    const order = JSON.parse(readFileSync('examples/order.json', 'utf8'));
    console.log(JSON.stringify(await post(cps, { ...order, orderId: undefined, email: 'again@example.com' })));`;
  const env = { CPS_WEB_APP: `${host.address}/exec`, CPS_SECRET: secret };
  const { output, errors } = await run(process.execPath, ['--input-type=module', '-e', program], env);
  expect(errors).toBe('');
  expect(JSON.parse(output)).toMatchObject({ ok: true, duplicate: true });
  const sheet = await (await fetch(`${host.address}/local/sheet/Orders`)).json();
  const emails = (sheet as { values: string[][] }).values.map((row) => row[3]);
  expect(emails.filter((email) => email === 'again@example.com')).toHaveLength(1);
});

test('the guide names every code, every route and every field of the answers', () => {
  const codes = schemas.Refusal?.properties?.code?.enum ?? [];
  expect(codes).toHaveLength(13);
  for (const code of codes) expect(guide).toContain(`\`${code}\``);
  for (const route of get.parameters[0]?.schema.enum ?? []) expect(guide).toContain(`\`${route}\``);
  for (const field of Object.keys(schemas.NewOrder?.properties ?? {})) expect(guide).toContain(field);
});

test('the guide’s worked example has the right signature', () => {
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const examples = [...guide.matchAll(/signed text\s+(.+)\nsignature\s+v1,(\S+)/g)];
  expect(examples).toHaveLength(2);
  for (const [, text = '', signature] of examples) {
    expect(createHmac('sha256', key).update(text).digest('base64')).toBe(signature);
  }
});
