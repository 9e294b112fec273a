import { lockWaitsKey } from '../core/lock-waits';
import type { Cache, Clock, Crypto, Lock, Properties } from '../core/ports';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** Time in the spreadsheet's time zone. */
export class SheetClock implements Clock {
  constructor(private readonly live: LiveSpreadsheet) {}

  now(): Date {
    return new Date();
  }

  local(instant: Date): string {
    return Utilities.formatDate(instant, this.live.timeZone, "yyyy-MM-dd'T'HH:mm:ss");
  }
}

/** Milliseconds after which waiting for the lock counts as long. */
const LONG_WAIT = 2_000;

/** The script lock: the document lock is null in a web app (docs/google.md G25). */
export class ScriptLock implements Lock {
  private readonly lock = LockService.getScriptLock();

  tryLock(milliseconds: number): boolean {
    const began = Date.now();
    let isHeld = false;
    try {
      isHeld = this.lock.tryLock(milliseconds);
    } catch {
      // "There are too many LockService operations against the same script." (docs/google.md G92): somebody else has
      // it.
    }
    if (!isHeld || Date.now() - began > LONG_WAIT) this.noteWait();
    return isHeld;
  }

  /** Counted for the health check, in the cache: it is a hint, not an account. */
  private noteWait(): void {
    const cache = new ScriptCache();
    const key = lockWaitsKey(Date.now());
    cache.put(key, String((Number(cache.get(key)) || 0) + 1), 2 * 3_600);
  }

  release(): void {
    try {
      this.lock.releaseLock();
    } catch {
      // It ends with the execution.
    }
  }
}

/** The script cache; a cache that fails is an empty one. */
export class ScriptCache implements Cache {
  private readonly cache = CacheService.getScriptCache();

  get(key: string): string | null {
    try {
      return this.cache.get(key);
    } catch {
      return null;
    }
  }

  put(key: string, value: string, seconds: number): void {
    try {
      this.cache.put(key, value, seconds);
    } catch {
      // The next read computes it again.
    }
  }
}

/** Script Properties, read once per execution. */
export class ScriptProperties implements Properties {
  private values: Record<string, string> | null = null;

  all(): Readonly<Record<string, string>> {
    this.values ??= PropertiesService.getScriptProperties().getProperties();
    return this.values;
  }

  fresh(name: string): string {
    return PropertiesService.getScriptProperties().getProperty(name) ?? '';
  }

  set(values: Readonly<Record<string, string>>): void {
    PropertiesService.getScriptProperties().setProperties({ ...values });
    this.values = { ...this.values, ...values };
  }
}

/** Bytes arrive signed from Utilities (docs/google.md G101). */
const unsigned = (bytes: readonly number[]): number[] => bytes.map((byte) => byte & 0xff);
const signed = (bytes: readonly number[]): number[] => bytes.map((byte) => (byte > 127 ? byte - 256 : byte));

/** Digests and signatures over UTF-8 by Utilities. */
export class UtilitiesCrypto implements Crypto {
  sha256(text: string): string {
    const digest = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8);
    return unsigned(digest)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
  }

  hmacSha256(text: string, key: readonly number[]): string {
    const bytes = Utilities.newBlob(text).getBytes();
    return Utilities.base64Encode(Utilities.computeHmacSha256Signature(bytes, signed(key)));
  }

  decodeBase64(text: string): readonly number[] | null {
    try {
      return unsigned(Utilities.base64Decode(text));
    } catch {
      return null;
    }
  }

  uuid(): string {
    return Utilities.getUuid();
  }
}
