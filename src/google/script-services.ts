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

/** How often this execution has taken the lock and not released it: globals live for one (docs/google.md G115). */
let taken = 0;

/** The script lock: the document lock is null in a web app (docs/google.md G25). It may be taken again while it is held. */
export class ScriptLock implements Lock {
  private readonly lock = LockService.getScriptLock();

  tryLock(milliseconds: number): boolean {
    if (taken > 0) {
      taken += 1;
      return true;
    }
    const began = Date.now();
    let isHeld = false;
    try {
      isHeld = this.lock.tryLock(milliseconds);
    } catch {
      // "There are too many LockService operations against the same script." (docs/google.md G92): someone else has
      // it.
    }
    if (!isHeld || Date.now() - began > LONG_WAIT) this.noteWait();
    if (isHeld) taken = 1;
    return isHeld;
  }

  /** Counted for the health check, in the cache: it is a hint, not an account. */
  private noteWait(): void {
    const cache = new ScriptCache();
    const key = lockWaitsKey(Date.now());
    cache.put(key, String((Number(cache.get(key)) || 0) + 1), 2 * 3_600);
  }

  release(): void {
    taken = Math.max(0, taken - 1);
    if (taken > 0) return;
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

  remove(key: string): void {
    try {
      this.cache.remove(key);
    } catch {
      // It expires automatically.
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

/** The copy of the properties that web requests read first, and for how many seconds it is kept. */
const COPY = 'script properties';
const COPY_SECONDS = 30;
/**
 * What a request needs only after it has proved who sends it, if at all: who doesn't want feedback requests, which customers were
 * erased, the operator's next alerts, which requests were repeated or turned away. There are many, or they're long, so one cache
 * entry may not hold them. Alerts also name customers, and the request counts change with each request.
 */
const NOT_COPIED = /^(?:NO_FEEDBACK_|ERASED_|ALERT_(?!.*_AT$)|ORDERS_REPEATED|(?:POSTS_)?TURNED_AWAY)/;

/** Script Properties, read once per execution. */
export class ScriptProperties implements Properties {
  private values: Record<string, string> | null = null;
  private isCopy = false;

  /**
   * @param fromCopy whether a copy will do for now that is at most half a minute old: anybody may send a request to the web app,
   * and each reading counts for the quota of the day (docs/google.md G2).
   */
  constructor(private readonly fromCopy = false) {}

  all(): Readonly<Record<string, string>> {
    if (this.values) return this.values;
    const text = this.fromCopy ? new ScriptCache().get(COPY) : null;
    this.isCopy = Boolean(text);
    this.values = text
      ? (JSON.parse(text) as Record<string, string>)
      : PropertiesService.getScriptProperties().getProperties();
    return this.values;
  }

  renew(): boolean {
    if (!this.isCopy) return false;
    this.isCopy = false;
    this.values = PropertiesService.getScriptProperties().getProperties();
    return true;
  }

  keepCopy(): void {
    if (this.isCopy) return;
    const few = Object.fromEntries(Object.entries(this.all()).filter(([name]) => !NOT_COPIED.test(name)));
    new ScriptCache().put(COPY, JSON.stringify(few), COPY_SECONDS);
  }

  fresh(name: string): string {
    return PropertiesService.getScriptProperties().getProperty(name) ?? '';
  }

  set(values: Readonly<Record<string, string>>): void {
    PropertiesService.getScriptProperties().setProperties({ ...values });
    if (!Object.keys(values).every((name) => NOT_COPIED.test(name))) new ScriptCache().remove(COPY);
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
