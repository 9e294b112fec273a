import { local, refused } from './bridge';
import { expectTypes } from './signature';
import { Guarded, strictClass } from './strict';

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
};

/** Bytes with a name and a type; bytes are signed, as Java's. */
export class Blob extends Guarded {
  #bytes: number[];
  #type: string | null;
  #name: string | null;

  constructor(bytes: readonly number[], type: string | null, name: string | null) {
    super();
    this.#bytes = bytes.map((byte) => (byte << 24) >> 24);
    this.#type = type;
    this.#name = name;
  }

  getBytes(): number[] {
    return [...this.#bytes];
  }

  setBytes(...args: [data: readonly number[]]): this {
    expectTypes(args, 'Blob.setBytes', 'array');
    this.#bytes = args[0].map((byte) => (byte << 24) >> 24);
    return this;
  }

  getContentType(): string | null {
    return this.#type;
  }

  setContentType(...args: [contentType: string | null]): this {
    if (args[0] !== null || args.length !== 1) expectTypes(args, 'Blob.setContentType', 'string');
    this.#type = args[0];
    return this;
  }

  setContentTypeFromExtension(): this {
    const ending = /\.([^.]+)$/.exec(this.#name ?? '')?.[1]?.toLowerCase() ?? '';
    this.#type = TYPES[ending] ?? null;
    return this;
  }

  getName(): string | null {
    return this.#name;
  }

  setName(...args: [name: string]): this {
    expectTypes(args, 'Blob.setName', 'string');
    this.#name = String(args[0]);
    return this;
  }

  getDataAsString(...args: [charset?: string]): string {
    expectTypes(args, 'Blob.getDataAsString', 'string?');
    return local('Utilities.decode', this.#bytes, String(args[0] ?? 'UTF-8')) as string;
  }

  setDataFromString(...args: [text: string, charset?: string]): this {
    expectTypes(args, 'Blob.setDataFromString', 'string', 'string?');
    this.#bytes = local('Utilities.encode', String(args[0]), String(args[1] ?? 'UTF-8')) as number[];
    return this;
  }

  copyBlob(): Blob {
    return new Blob(this.#bytes, this.#type, this.#name);
  }

  getBlob(): Blob {
    return this;
  }

  isGoogleType(): boolean {
    return false;
  }

  /** Only to the type that it already has, and between text types: no converter is built. */
  getAs(...args: [type: string]): Blob {
    expectTypes(args, 'Blob.getAs', 'string');
    const both = [args[0], this.#type ?? ''];
    if (both[0] !== both[1] && !both.every((type) => type.startsWith('text/'))) {
      throw refused(`Blob.getAs from ${this.#type} to ${args[0]}`);
    }
    return new Blob(this.#bytes, args[0], this.#name);
  }
}

strictClass(Blob, 'Blob');

/** A blob as it crosses to Google's side. */
export const blobData = (source: unknown): { name: string | null; type: string | null; bytes: number[] } => {
  const blob = (source as { getBlob(): Blob }).getBlob();
  return { name: blob.getName(), type: blob.getContentType(), bytes: blob.getBytes() };
};
