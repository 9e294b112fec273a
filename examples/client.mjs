// A client of the CPS Orders web app for Node 20 or newer, without any package. Copy it, or run it:
//
//   CPS_WEB_APP=https://script.google.com/macros/s/.../exec CPS_SECRET=whsec_... node examples/client.mjs order.json
//
// It signs every request (Standard Webhooks, in the query), follows the redirect, believes nothing but `"ok": true`,
// and sends again, under the same id, whatever was not answered or asks for it.
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

/** One request; null when what came back is no JSON: an error page, a login page, a cut line. */
const answerOf = async (address, init) => {
  try {
    const response = await fetch(address, { ...init, redirect: 'follow', signal: AbortSignal.timeout(60_000) });
    return JSON.parse(await response.text());
  } catch {
    return null;
  }
};

/**
 * Posts a body until the answer is ok. The id stays the same from try to try, so nothing is ever done twice; the
 * timestamp and the signature are made anew.
 * @param {{ webApp: string, secret: string, now?: () => number, wait?: (seconds: number) => Promise<void> }} cps
 * @param {Record<string, unknown>} body an order, or a body with a `route`
 * @param {string} id the order id, else one that you keep for the retries of this very order
 * @returns the answer with `ok: true`
 * @throws Error with `answer`: refused for good, see `code` and `details`; or without: given up
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
    // Twice as long each time, with some chance in it, so that clients do not come back all at once.
    const pause = Math.max(answer?.retryAfterSeconds ?? 0, 2 ** tries);
    if (tries < MOST_TRIES) await wait(Math.min(pause, LONGEST_WAIT) * (1 + Math.random() / 4));
  }
  throw new Error(`No answer with ok after ${MOST_TRIES} tries. Send it again later, under the same id: ${id}`);
};

/**
 * Reads: `get(cps, { route: 'orders/pending' })`. What is signed are the parameters, sorted by name.
 * @throws Error with `answer` when it is refused
 */
export const get = async (cps, parameters) => {
  const text = Object.keys(parameters)
    .sort()
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(parameters[name])}`)
    .join('&');
  const answer = await answerOf(`${cps.webApp}?${text}&${signedQuery(cps, randomUUID(), text)}`, { method: 'GET' });
  if (answer?.ok === true) return answer;
  throw answer ? refused(answer) : new Error('No answer. Reading can be tried again at any time.');
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
