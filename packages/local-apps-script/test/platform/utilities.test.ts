import { createHash, createHmac } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, evaluate } from '../../testing';

afterAll(closeOffices);

const signed = (bytes: Uint8Array): number[] => [...bytes].map((byte) => (byte > 127 ? byte - 256 : byte));

describe('Utilities (docs/google.md G101 and G102)', () => {
  test('digests are signed bytes and agree with Node’s crypto', async () => {
    for (const [algorithm, name] of [
      ['MD5', 'md5'],
      ['SHA_1', 'sha1'],
      ['SHA_256', 'sha256'],
      ['SHA_384', 'sha384'],
      ['SHA_512', 'sha512'],
    ] as const) {
      const own = await evaluate(
        `return Utilities.computeDigest(Utilities.DigestAlgorithm.${algorithm}, 'José 📷', Utilities.Charset.UTF_8);`,
      );
      expect(own).toEqual(signed(createHash(name).update('José 📷', 'utf8').digest()));
    }
  });

  test('a written-out digest: SHA-256 of "abc" begins with ba 78 16 bf', async () => {
    expect(
      await evaluate(`return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc').slice(0, 4);`),
    ).toEqual([-70, 120, 22, -65]);
  });

  test('digests of strings default to US_ASCII: José hashes as Jos?', async () => {
    const plain = await evaluate(`return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'José');`);
    expect(plain).toEqual(signed(createHash('sha256').update('Jos?').digest()));
    expect(
      await evaluate(
        `return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'José', Utilities.Charset.US_ASCII);`,
      ),
    ).toEqual(plain);
  });

  test('HMACs of strings default to US_ASCII, with UTF_8 they agree with Node’s crypto', async () => {
    expect(await evaluate(`return Utilities.computeHmacSha256Signature('José', 'clé');`)).toEqual(
      signed(createHmac('sha256', 'cl?').update('Jos?').digest()),
    );
    expect(
      await evaluate(`return Utilities.computeHmacSha256Signature('José', 'clé', Utilities.Charset.UTF_8);`),
    ).toEqual(signed(createHmac('sha256', 'clé').update('José').digest()));
  });

  test('HMACs of bytes take bytes for both', async () => {
    expect(await evaluate(`return Utilities.computeHmacSha256Signature([1, -1, 127], [-128, 0]);`)).toEqual(
      signed(
        createHmac('sha256', Buffer.from([128, 0]))
          .update(Buffer.from([1, 255, 127]))
          .digest(),
      ),
    );
    await expect(evaluate(`Utilities.computeHmacSha256Signature('text', [1]);`)).rejects.toThrow(
      "The parameters (String,number[]) don't match the method signature for Utilities.computeHmacSha256Signature.",
    );
  });

  test('computeHmacSignature takes the algorithm', async () => {
    expect(
      await evaluate(`return Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_SHA_1, 'a', 'k');`),
    ).toEqual(signed(createHmac('sha1', 'k').update('a').digest()));
  });

  test.each([
    [`base64Encode('José')`, 'Sm9zw6k='],
    [`base64Encode('José', Utilities.Charset.US_ASCII)`, 'Sm9zPw=='],
    [`base64Encode([-1, -2, 62])`, '//4+'],
    [`base64EncodeWebSafe([-1, -2, 62])`, '__4-'],
    [`base64EncodeWebSafe('a')`, 'YQ=='],
  ])('base64: %s', async (call, expected) => {
    expect(await evaluate(`return Utilities.${call};`)).toBe(expected);
  });

  test('base64 decodes to signed bytes; anything else is refused', async () => {
    expect(await evaluate(`return Utilities.base64Decode('//4+');`)).toEqual([-1, -2, 62]);
    expect(await evaluate(`return Utilities.base64DecodeWebSafe('__4-');`)).toEqual([-1, -2, 62]);
    await expect(evaluate(`Utilities.base64Decode('_*_');`)).rejects.toThrow('Could not decode string.');
  });

  test.each([
    ['yyyy-MM-dd HH:mm:ss', 'America/New_York', '2026-03-08 01:59:59'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", 'UTC', '2026-03-08T06:59:59.007+0000'],
    ["EEEE, d MMMM yyyy 'at' h:mm a", 'America/Los_Angeles', 'Saturday, 7 March 2026 at 10:59 PM'],
    ["h 'o''clock' a", 'Europe/Paris', "7 o'clock AM"],
    ["''yy''", 'UTC', "'26'"],
    ['EEE MMM dd', 'Asia/Kolkata', 'Sun Mar 08'],
    ['Z X XX XXX', 'Asia/Kolkata', '+0530 +05 +0530 +05:30'],
    ['z', 'America/New_York', 'EST'],
    ['zzzz', 'America/New_York', 'Eastern Standard Time'],
    ['D w k K u', 'UTC', '67 11 6 6 7'],
    ['MM/dd/yyyy', 'GMT+14', '03/08/2026'],
    ['HH', 'GMT-5', '01'],
    ['HH', 'Nowhere/Never', '06'],
    ['yy-M-d', 'UTC', '26-3-8'],
  ])('formatDate is Java’s SimpleDateFormat: %s in %s', async (pattern, zone, expected) => {
    expect(
      await evaluate(
        `return Utilities.formatDate(new Date(Date.UTC(2026, 2, 8, 6, 59, 59, 7)), arguments[0], arguments[1]);`,
        {},
        zone,
        pattern,
      ),
    ).toBe(expected);
  });

  test('formatDate follows daylight saving', async () => {
    expect(
      await evaluate(
        `return [0, 1].map((hours) => Utilities.formatDate(new Date(Date.UTC(2026, 2, 8, 6 + hours, 30)), 'America/New_York', 'HH:mm z'));`,
      ),
    ).toEqual(['01:30 EST', '03:30 EDT']);
    expect(
      await evaluate(
        `return [5, 6].map((hour) => Utilities.formatDate(new Date(Date.UTC(2026, 10, 1, hour, 30)), 'America/New_York', 'HH:mm z'));`,
      ),
    ).toEqual(['01:30 EDT', '01:30 EST']);
  });

  test('formatDate needs a Date, a time zone and a pattern that Java knows', async () => {
    await expect(evaluate(`Utilities.formatDate(new Date(), 'UTC');`)).rejects.toThrow(
      "don't match the method signature for Utilities.formatDate.",
    );
    await expect(evaluate(`Utilities.formatDate('2026-01-01', 'UTC', 'yyyy');`)).rejects.toThrow(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
    await expect(evaluate(`Utilities.formatDate(new Date(), 'UTC', 'b');`)).rejects.toThrow(
      "Illegal pattern character 'b'",
    );
  });

  test.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a,""b""\nc",2', [['a,"b"\nc', '2']]],
    ['', []],
    [',\n', [['', '']]],
  ])('parseCsv of %j', async (text, rows) => {
    expect(await evaluate('return Utilities.parseCsv(arguments[0]);', {}, text)).toEqual(rows);
  });

  test('parseCsv takes another delimiter, and refuses an open quote', async () => {
    expect(await evaluate(`return Utilities.parseCsv('a;b,c', ';');`)).toEqual([['a', 'b,c']]);
    await expect(evaluate(`Utilities.parseCsv('"a');`)).rejects.toThrow('Could not parse text.');
  });

  test.each([
    [['%s has %d', 'A', 3], 'A has 3'],
    [['%.2f|%6.1f|%-6s|', 2.71, 2.25, 'x'], '2.71|   2.3|x     |'],
    [['%04d %+d %%', 7, 5], '0007 +5 %'],
    [['%x %X %o', 255, 255, 8], 'ff FF 10'],
  ])('formatString %j', async (args, expected) => {
    expect(await evaluate('return Utilities.formatString(...arguments);', {}, ...args)).toBe(expected);
  });

  test('a blob knows its bytes, text, type and name', async () => {
    expect(
      await evaluate(`
      const blob = Utilities.newBlob('José', 'text/plain', 'name.txt');
      return [blob.getBytes(), blob.getDataAsString(), blob.getContentType(), blob.getName(), Utilities.newBlob([1, 200]).getBytes(),
        blob.copyBlob().setName('other.csv').setContentTypeFromExtension().getContentType(), blob.getName()];`),
    ).toEqual([[74, 111, 115, -61, -87], 'José', 'text/plain', 'name.txt', [1, -56], 'text/csv', 'name.txt']);
  });

  test('sleep waits on the world’s clock, at most five minutes', async () => {
    expect(await evaluate('const start = Date.now(); Utilities.sleep(1500); return Date.now() - start;')).toBe(1500);
    await expect(evaluate('Utilities.sleep(300001);')).rejects.toThrow('Invalid argument: milliseconds');
  });
});
