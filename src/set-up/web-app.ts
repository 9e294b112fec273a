import { type AuthSettings, authSettings, signatureOf } from '../core/authentication';
import type { StaffPorts } from '../core/staff-ports';

export type WebAppPorts = Pick<StaffPorts, 'crypto' | 'properties' | 'web' | 'clock'>;

/** What may be wrong with a web app; the dialog has the words for it. */
export type WebAppError = 'address' | 'dev address' | 'silent' | 'a page' | 'refused' | 'another sheet';

/** An answer of the web app; `detail` is what it or Google said. */
export type WebAppAnswer =
  | { readonly ok: true; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: WebAppError; readonly detail: string };

const failed = (error: WebAppError, detail: unknown = ''): WebAppAnswer => ({
  ok: false,
  error,
  detail: String(detail instanceof Error ? detail.message : detail),
});

/** Credentials of our own secret, as the query of a request (docs/design.md 4.2). */
const proof = ({ crypto, clock }: WebAppPorts, { mode, secrets, key }: AuthSettings, body: string): string => {
  if (mode === 'open') return '';
  if (mode === 'key') return `?key=${encodeURIComponent(key)}`;
  const id = `msg_${crypto.uuid()}`;
  const seconds = String(Math.floor(clock.now().getTime() / 1_000));
  const signature = signatureOf(crypto, secrets[0] ?? '', `${id}.${seconds}.${body}`) ?? '';
  const sent = { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
  return `?${Object.entries(sent)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
};

const parsed = (answer: () => string): WebAppAnswer => {
  let text: string;
  try {
    text = answer();
  } catch (error) {
    return failed('silent', error);
  }
  try {
    const fields = JSON.parse(text) as Record<string, unknown>;
    return fields.ok === true ? { ok: true, fields } : failed('refused', fields.error ?? fields.code);
  } catch {
    return failed('a page');
  }
};

/** Posts to the web app as the ordering platform does. */
export const postToWebApp = (ports: WebAppPorts, url: string, body: object): WebAppAnswer => {
  const text = JSON.stringify(body);
  return parsed(() => ports.web.post(`${url}${proof(ports, authSettings(ports.properties.all()), text)}`, text));
};

/** What a check found. `running` is the version that the web app runs. */
export type WebAppCheck =
  | { readonly ok: true; readonly running: string }
  | { readonly ok: false; readonly error: WebAppError; readonly detail: string };

/**
 * Checks a web-app address by a call to itself: it answers and knows our secret.
 * @param body any order: only its price is asked for.
 */
export const checkWebApp = (ports: WebAppPorts, url: string, body: object): WebAppCheck => {
  const isAddress = /^https?:\/\/[^\s"<>?]+\/(exec|dev)$/.exec(url);
  if (isAddress?.[1] !== 'exec') return { ok: false, error: isAddress ? 'dev address' : 'address', detail: '' };
  const health = parsed(() => ports.web.get(`${url}?route=health`));
  if (!health.ok) return health;
  const quote = postToWebApp(ports, url, { route: 'orders/quote', ...body });
  if (!quote.ok) return { ...quote, error: quote.error === 'refused' ? 'another sheet' : quote.error };
  return { ok: true, running: String(health.fields.version ?? '') };
};
