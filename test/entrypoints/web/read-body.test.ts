import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LARGEST_BODY, readBody } from '../../../src/entrypoints/web/read-body';
import { jsonTestSuite } from '../../support/json-test-suite';

const codeOf = (text: string) => {
  const reading = readBody(text);
  return 'refused' in reading ? reading.refused.code : 'ok';
};
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

test('an object is read as sent', () => {
  expect(readBody('{"customerName":"José","items":[]}')).toEqual({ body: { customerName: 'José', items: [] } });
});

test('numbers with too many digits for JavaScript keep them as text, anywhere', () => {
  const sent =
    '{"orderId":820982911946154508,"total":24.50,"items":[{"photoNumber":20261128123456789,"qty4x6":1.0}],"big":1e999}';
  expect(readBody(sent)).toEqual({
    body: {
      orderId: '820982911946154508',
      total: 24.5,
      items: [{ photoNumber: '20261128123456789', qty4x6: 1 }],
      big: Number.POSITIVE_INFINITY,
    },
  });
});

const texts = jsonTestSuite().map(({ name, input }) => [name, input] as const);

test('the test suite has all three of its kinds', () => {
  for (const kind of ['y_', 'n_', 'i_'])
    expect(texts.filter(([name]) => name.startsWith(kind)).length).toBeGreaterThanOrEqual(30);
});

test.each(texts.filter(([name]) => name.startsWith('n_')))(
  '%s of the JSON test suite is not taken for JSON',
  (_, input) => {
    expect(codeOf(input)).toBe(input.length > LARGEST_BODY ? 'PAYLOAD_TOO_LARGE' : 'INVALID_JSON');
  },
);

test.each(texts.filter(([name]) => name.startsWith('y_')))(
  '%s of the JSON test suite is read when it is an object',
  (name, input) => {
    const isDoubled = name === 'y_object_duplicated_key.json';
    const value = isDoubled ? { a: { 'sent twice': ['b', 'c'] } } : JSON.parse(input);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    expect(readBody(input)).toEqual(
      isObject
        ? { body: value }
        : { refused: { ok: false, code: 'INVALID_JSON', error: 'The body is JSON, but not an object.' } },
    );
  },
);

test.each(texts.filter(([name]) => name.startsWith('i_')))('%s of the JSON test suite gets an answer', (_, input) => {
  expect(['ok', 'INVALID_JSON', 'PAYLOAD_TOO_LARGE']).toContain(codeOf(input));
});

test.each(['', ' ', '\n'])('the body %j is called empty', (text) => {
  expect(readBody(text)).toEqual({
    refused: { ok: false, code: 'INVALID_JSON', error: expect.stringMatching(/^The body is empty\. Send JSON/) },
  });
});

test('a body of 45,000 characters is read, one more is too large', () => {
  const fits = `{"a":"${'x'.repeat(LARGEST_BODY - 8)}"}`;
  expect(fits).toHaveLength(45_000);
  expect(codeOf(fits)).toBe('ok');
  expect(codeOf(`${fits} `)).toBe('PAYLOAD_TOO_LARGE');
});

test('a body that is too large is rejected before it’s parsed', () => {
  expect(codeOf('x'.repeat(LARGEST_BODY + 1))).toBe('PAYLOAD_TOO_LARGE');
});

test('a body may be nested deeper than any order needs, up to a limit', () => {
  expect(codeOf(nested(32))).toBe('ok');
  expect(codeOf(nested(33))).toBe('INVALID_JSON');
  expect(codeOf(nested(6000))).toBe('INVALID_JSON');
  expect(codeOf(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).toBe('INVALID_JSON');
});

/** The reading of a value written by JSON.stringify: whole numbers beyond 2^53 - 1 become the digits written. */
const read = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, item) =>
    Number.isInteger(item) && !Number.isSafeInteger(item) && /^-?\d+$/.test(String(item)) ? String(item) : item,
  );

test('any text gets an answer and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const reading = readBody(text);
      if ('refused' in reading) expect(reading.refused).toMatchObject({ ok: false, code: 'INVALID_JSON' });
    }),
  );
});

test('any JSON object is read as sent, with numbers that JavaScript would round as their digits', () => {
  const number = fc.oneof(fc.double(), fc.integer(), fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }).map(Number));
  const value = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(value, number, fc.array(number))), (sent) => {
      expect(readBody(JSON.stringify(sent))).toEqual({ body: read(sent) });
    }),
    { examples: [[{ '': [-9007199254740992] }]] },
  );
});
