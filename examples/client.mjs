// A client for the CPS Orders web app, for Node 20 or newer, without packages. Copy it, or run it:
//
//   CPS_WEB_APP=https://script.google.com/macros/s/.../exec CPS_SECRET=whsec_... node examples/client.mjs order.json
//
// It signs every request (Standard Webhooks, in the query), follows the redirect, counts only `"ok": true` as success,
// and retries, with the same id, if there is no answer or the answer asks for it.
import { createHmac, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const MOST_TRIES = 8;
const LONGEST_WAIT = 60;

/** `v1,<base64>` over `id.timestamp.text`. */
const signatureOf = (secret, id, timestamp, text) => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${text}`, 'utf8').digest('base64')}`;
};

const signedQuery = ({ secret, now = Date.now }, id, text) => {
  const timestamp = String(Math.floor(now() / 1000));
  const signature = signatureOf(secret, id, timestamp, text);
  return new URLSearchParams({ 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature });
};

/** One request; null if the answer isn't JSON: an error page, a login page, a dropped connection. */
const answerOf = async (address, init) => {
  try {
    const response = await fetch(address, { ...init, redirect: 'follow', signal: AbortSignal.timeout(60_000) });
    return JSON.parse(await response.text());
  } catch {
    return null;
  }
};

/**
 * Sends a body until the answer is ok. The id stays the same for every attempt, so nothing is ever done twice; the
 * timestamp and the signature are new each time.
 * @param {{ webApp: string, secret: string, now?: () => number, wait?: (seconds: number) => Promise<void> }} cps
 * @param {Record<string, unknown>} body an order, or a body with a `route`
 * @param {string} id the order id, or else one that you keep for retries of the same order
 * @returns the answer with `ok: true`
 * @throws Error with `answer`: rejected, see `code` and `details`; without it: gave up
 */
export const post = async (cps, body, id = String(body.orderId ?? randomUUID())) => {
  const { webApp, wait = (seconds) => sleep(seconds * 1000) } = cps;
  const text = JSON.stringify(body);
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const answer = await answerOf(`${webApp}?${signedQuery(cps, id, text)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: text,
    });
    if (answer?.ok === true) return answer;
    if (answer && answer.retry !== true) throw refused(answer);
    // Twice as long each time, with some randomness, so that clients don't all retry at the same time.
    const pause = Math.max(answer?.retryAfterSeconds ?? 0, 2 ** tries);
    if (tries < MOST_TRIES) await wait(Math.min(pause, LONGEST_WAIT) * (1 + Math.random() / 4));
  }
  throw new Error(`No successful answer after ${MOST_TRIES} attempts. Send it again later, with the same id: ${id}`);
};

/**
 * Reads: `get(cps, { route: 'orders/pending' })`. It signs the parameters, sorted by name.
 * @throws Error with `answer` if it was rejected
 */
export const get = async (cps, parameters) => {
  const text = Object.keys(parameters)
    .sort()
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(parameters[name])}`)
    .join('&');
  const answer = await answerOf(`${cps.webApp}?${text}&${signedQuery(cps, randomUUID(), text)}`, { method: 'GET' });
  if (answer?.ok === true) return answer;
  throw answer ? refused(answer) : new Error('No answer. You can retry a read anytime.');
};

const refused = (answer) => {
  const details = (answer.details ?? []).map(({ field, message }) => `  ${field} ${message}`);
  return Object.assign(new Error([`${answer.code}: ${answer.error}`, ...details].join('\n')), { answer });
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { CPS_WEB_APP: webApp, CPS_SECRET: secret } = process.env;
  const [file] = process.argv.slice(2);
  if (!webApp || !secret || !file) {
    console.error('usage: CPS_WEB_APP=<address> CPS_SECRET=whsec_... node client.mjs order.json');
    process.exit(2);
  }
  try {
    console.log(JSON.stringify(await post({ webApp, secret }, JSON.parse(await readFile(file, 'utf8'))), null, 2));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
