import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { type AuthSettings, authenticate, authSettings } from '../../../src/core/authentication';
import { isEqualInConstantTime } from '../../../src/domain/constant-time';
import { nodeCrypto } from '../../support/node-crypto';

// Secret, id and body of the published test cases of the Standard Webhooks libraries.
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const BODY = '{"test": 2432232314}';
const NOW = new Date('2026-11-23T15:00:00Z');

const settings: AuthSettings = { mode: 'signature', secrets: [SECRET], key: '' };
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const stamp = (date: Date) => String(Math.floor(date.getTime() / 1000));
const sign = (body = BODY, at = NOW, secret = SECRET, id = ID) => new Webhook(secret).sign(id, at, body);
const sent = { id: ID, timestamp: stamp(NOW), signature: sign(), key: '', signedBody: BODY };
const codeOf = (credentials: typeof sent, auth = settings) =>
  authenticate(nodeCrypto, auth, credentials, NOW)?.code ?? 'ok';

test('the library’s signature is accepted', () => {
  expect(authenticate(nodeCrypto, settings, sent, NOW)).toBeNull();
});

test('the specification’s example signature is accepted', () => {
  const credentials = {
    ...sent,
    timestamp: '1614265330',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  expect(authenticate(nodeCrypto, settings, credentials, new Date(1614265330_000))).toBeNull();
});

test.each([
  ['id', { ...sent, id: '' }],
  ['timestamp', { ...sent, timestamp: '' }],
  ['signature', { ...sent, signature: '' }],
])('without %s the signature is missing', (_, credentials) => {
  expect(codeOf(credentials)).toBe('SIGNATURE_MISSING');
});

test.each([
  ['300 seconds old', -300, 'ok'],
  ['301 seconds old', -301, 'SIGNATURE_EXPIRED'],
  ['a day old', -86_400, 'SIGNATURE_EXPIRED'],
  ['300 seconds ahead', 300, 'ok'],
  ['301 seconds ahead', 301, 'SIGNATURE_EXPIRED'],
])('a request signed %s gets %s %s', (_, seconds, code) => {
  const at = later(Number(seconds));
  expect(codeOf({ ...sent, timestamp: stamp(at), signature: sign(BODY, at) })).toBe(code);
});

test.each(['', 'now', '-5', '1e9', '1614265330.5', ' 1614265330', '0x5', '9'.repeat(13)])(
  'the timestamp %j isn’t valid',
  (timestamp) => {
    expect(codeOf({ ...sent, timestamp })).toBe(timestamp === '' ? 'SIGNATURE_MISSING' : 'SIGNATURE_INVALID');
  },
);

test('one matching signature of several is enough', () => {
  const signature = [
    'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=',
    'v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=',
    sign(),
  ].join(' ');
  expect(codeOf({ ...sent, signature })).toBe('ok');
});

test.each([
  ['a wrong signature', 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA='],
  ['no version', sign().slice('v1,'.length)],
  ['another version', sign().replace('v1,', 'v2,')],
  ['an asymmetric version', sign().replace('v1,', 'v1a,')],
  ['a comma too many', sign().replace('v1,', 'v1,,')],
  ['nothing after the version', 'v1,'],
  ['half of the signature', sign().slice(0, 20)],
  ['more after the signature', `${sign()}A`],
  ['capitals', sign().toUpperCase()],
])('a signature with %s doesn’t match', (_, signature) => {
  expect(codeOf({ ...sent, signature })).toBe('SIGNATURE_INVALID');
});

test.each([
  ['id', { ...sent, id: `${ID}x` }],
  ['timestamp', { ...sent, timestamp: stamp(later(1)) }],
  ['body', { ...sent, signedBody: '{"test": 2432232315}' }],
  ['body by one blank', { ...sent, signedBody: `${BODY} ` }],
])('a changed %s breaks the signature', (_, credentials) => {
  expect(codeOf(credentials)).toBe('SIGNATURE_INVALID');
});

test('while a secret is being replaced, both the old and the new one work', () => {
  const rotating = { ...settings, secrets: [OTHER_SECRET, SECRET] };
  expect(codeOf({ ...sent, signature: sign() }, rotating)).toBe('ok');
  expect(codeOf({ ...sent, signature: sign(BODY, NOW, OTHER_SECRET) }, rotating)).toBe('ok');
  expect(codeOf({ ...sent, signature: sign() }, { ...settings, secrets: [OTHER_SECRET] })).toBe('SIGNATURE_INVALID');
});

test.each([[[]], [['']], [['whsec_']], [['whsec_***']], [['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']]])(
  'with the secrets %j no request gets in',
  (secrets) => {
    const withEmptyKey = `v1,${createHmac('sha256', '').update(`${ID}.${sent.timestamp}.${BODY}`).digest('base64')}`;
    expect(codeOf({ ...sent, signature: withEmptyKey }, { ...settings, secrets })).toBe('SIGNATURE_INVALID');
    expect(codeOf(sent, { ...settings, secrets })).toBe('SIGNATURE_INVALID');
  },
);

test.each(['{"customerName":"José Núñez"}', '{"customerName":"李小龍 🎉"}', ''])(
  'the body %j verifies as UTF-8',
  (body) => {
    expect(codeOf({ ...sent, signedBody: body, signature: sign(body) })).toBe('ok');
  },
);

test('any body and id signed by the library is accepted, and no other body with that signature', () => {
  const text = fc.string({ unit: 'grapheme' });
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
  fc.assert(
    fc.property(text, text, id, (body, other, anyId) => {
      const credentials = { ...sent, id: anyId, signedBody: body, signature: sign(body, NOW, SECRET, anyId) };
      expect(codeOf(credentials)).toBe('ok');
      expect(codeOf({ ...credentials, signedBody: other })).toBe(other === body ? 'ok' : 'SIGNATURE_INVALID');
    }),
  );
});

test('a rejection reveals neither the secret nor the correct signature', () => {
  const refused = JSON.stringify(authenticate(nodeCrypto, settings, { ...sent, signature: 'v1,x' }, NOW));
  expect(refused).not.toContain(SECRET.slice(6));
  expect(refused).not.toContain(sign().slice(3));
});

test.each([
  ['fits', 'sesame', 'sesame', 'ok'],
  ['is wrong', 'sesamE', 'sesame', 'SIGNATURE_INVALID'],
  ['is only the beginning', 'sesa', 'sesame', 'SIGNATURE_INVALID'],
  ['is repeated', 'sesamesesame', 'sesame', 'SIGNATURE_INVALID'],
  ['is missing', '', 'sesame', 'SIGNATURE_MISSING'],
  ['was never set', 'sesame', '', 'SIGNATURE_INVALID'],
  ['was never set and is not sent', '', '', 'SIGNATURE_MISSING'],
])('in mode key, a key that %s gets the right answer', (_, key, own, code) => {
  expect(codeOf({ ...sent, key, signature: '' }, { mode: 'key', secrets: [SECRET], key: own })).toBe(code);
});

test('in mode key a signature alone isn’t enough', () => {
  expect(codeOf(sent, { mode: 'key', secrets: [SECRET], key: 'sesame' })).toBe('SIGNATURE_MISSING');
});

test('in mode open every request gets in', () => {
  expect(codeOf({ id: '', timestamp: '', signature: '', key: '', signedBody: '' }, { ...settings, mode: 'open' })).toBe(
    'ok',
  );
});

test.each([
  [{}, { mode: 'signature', secrets: [], key: '' }],
  [{ AUTH_MODE: 'open' }, { mode: 'open', secrets: [], key: '' }],
  [
    { AUTH_MODE: 'key', SHARED_KEY: 'sesame' },
    { mode: 'key', secrets: [], key: 'sesame' },
  ],
  [
    { AUTH_MODE: 'Open ', WEBHOOK_SECRETS: ' whsec_a  whsec_b\n' },
    { mode: 'signature', secrets: ['whsec_a', 'whsec_b'], key: '' },
  ],
])('the properties %j mean %j', (properties, expected) => {
  expect(authSettings(properties)).toEqual(expected);
});

test('the constant-time comparison agrees with plain equality', () => {
  const near = fc
    .string({ maxLength: 5 })
    .chain((a) =>
      fc.tuple(
        fc.constant(a),
        fc.oneof(fc.constant(a), fc.constant(a + a), fc.constant(`${a}\u0000`), fc.string({ maxLength: 5 })),
      ),
    );
  fc.assert(fc.property(near, ([a, b]) => expect(isEqualInConstantTime(a, b)).toBe(a === b)));
});
