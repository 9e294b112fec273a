import { Blob } from './blob';
import { call, local, localWith, refused, serviceError } from './bridge';
import { uuid } from './clock-and-chance';
import { makeEnum } from './enum';
import { parseCsv } from './parse-csv';
import { expectTypes, wrongParameters } from './signature';
import { strict } from './strict';

const Charset = makeEnum('US_ASCII', 'UTF_8');
const DigestAlgorithm = makeEnum('MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512');
const MacAlgorithm = makeEnum('HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512');
const RsaAlgorithm = makeEnum('RSA_SHA_1', 'RSA_SHA_256');

/** Texts go with a charset (US_ASCII unless told, docs/google.md G101); bytes go as they are. */
const data = (value: unknown, charset: unknown, args: readonly unknown[], method: string): unknown => {
  if (typeof value === 'string') return { text: value, charset: String(charset ?? Charset.US_ASCII) };
  if (Array.isArray(value)) {
    const odd = value.find((byte) => typeof byte !== 'number');
    if (odd !== undefined) throw serviceError(`Cannot convert ${String(odd)} to byte.`);
    return { bytes: value };
  }
  throw wrongParameters(args, method);
};

const mac = (
  algorithm: string,
  value: unknown,
  key: unknown,
  charset: unknown,
  args: readonly unknown[],
  method: string,
) => {
  if (typeof value !== typeof key) throw wrongParameters(args, method);
  return local(
    'Utilities.hmac',
    algorithm,
    data(value, charset, args, method),
    data(key, charset, args, method),
  ) as number[];
};

const base64 = (args: readonly unknown[], method: string, webSafe: boolean): string => {
  // Strings default to UTF-8 here, unlike the digests.
  const value = data(args[0], args[1] ?? Charset.UTF_8, args, method);
  return local('Utilities.base64Encode', value, webSafe) as string;
};

const unbase64 = (args: readonly unknown[], method: string, webSafe: boolean): number[] => {
  expectTypes(args, method, 'string', 'object?');
  return local('Utilities.base64Decode', String(args[0]), webSafe) as number[];
};

const epoch = (value: unknown, args: readonly unknown[]): number => {
  if (!(value instanceof Date)) throw wrongParameters(args, 'Utilities.formatDate');
  return value.getTime();
};

/** `Utilities`. Nothing here but `sleep` reaches Google's side. */
export const Utilities = strict(
  {
    Charset,
    DigestAlgorithm,
    MacAlgorithm,
    RsaAlgorithm,
    getUuid: uuid,
    base64Encode: (...args: unknown[]) => base64(args, 'Utilities.base64Encode', false),
    base64EncodeWebSafe: (...args: unknown[]) => base64(args, 'Utilities.base64EncodeWebSafe', true),
    base64Decode: (...args: unknown[]) => unbase64(args, 'Utilities.base64Decode', false),
    base64DecodeWebSafe: (...args: unknown[]) => unbase64(args, 'Utilities.base64DecodeWebSafe', true),
    computeDigest(...args: unknown[]) {
      const method = 'Utilities.computeDigest';
      expectTypes(args, method, 'object', 'any', 'object?');
      const [algorithm, value, charset = Charset.US_ASCII] = args;
      // Bytes have no charset: there is no such method.
      if (Array.isArray(value) && args.length > 2) throw wrongParameters(args, method);
      if (typeof value === 'string')
        return localWith(value, 'Utilities.digestText', String(algorithm), String(charset)) as number[];
      return local('Utilities.digest', String(algorithm), data(value, charset, args, method)) as number[];
    },
    computeHmacSignature(...args: unknown[]) {
      expectTypes(args, 'Utilities.computeHmacSignature', 'object', 'any', 'any', 'object?');
      return mac(String(args[0]), args[1], args[2], args[3], args, 'Utilities.computeHmacSignature');
    },
    computeHmacSha256Signature(...args: unknown[]) {
      expectTypes(args, 'Utilities.computeHmacSha256Signature', 'any', 'any', 'object?');
      return mac('HMAC_SHA_256', args[0], args[1], args[2], args, 'Utilities.computeHmacSha256Signature');
    },
    formatDate(...args: unknown[]) {
      expectTypes(args, 'Utilities.formatDate', 'object', 'string', 'string');
      return local('Utilities.formatDate', epoch(args[0], args), String(args[1]), String(args[2])) as string;
    },
    parseDate(...args: unknown[]) {
      expectTypes(args, 'Utilities.parseDate', 'string', 'string', 'string');
      throw refused('Utilities.parseDate');
    },
    formatString: (...args: unknown[]) => local('Utilities.formatString', String(args[0]), args.slice(1)) as string,
    parseCsv(...args: unknown[]) {
      expectTypes(args, 'Utilities.parseCsv', 'string', 'string?');
      return parseCsv(String(args[0]), String(args[1] ?? ','));
    },
    sleep(...args: unknown[]) {
      expectTypes(args, 'Utilities.sleep', 'number');
      if ((args[0] as number) > 300_000) throw serviceError('Invalid argument: milliseconds');
      call('Utilities.sleep', args[0]);
    },
    newBlob(...args: unknown[]) {
      expectTypes(args, 'Utilities.newBlob', 'any', 'string?', 'string?');
      const bytes = Array.isArray(args[0])
        ? (args[0] as number[])
        : (local('Utilities.encode', String(args[0]), 'UTF-8') as number[]);
      const type = (args[1] as string | undefined) ?? (Array.isArray(args[0]) ? null : 'text/plain');
      return new Blob(bytes, type, (args[2] as string | undefined) ?? null);
    },
  },
  'Utilities',
);
