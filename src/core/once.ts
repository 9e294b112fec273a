import type { Lock, Properties } from './ports';

/**
 * For work that must happen only once and needs no commit: a Script Property records its progress, and is read fresh
 * while no other execution can write.
 * @param key the Script Property.
 * @param wait how many milliseconds to wait for the lock.
 * @param work decides from the property's current text, and writes properties; it must not lock anything itself.
 * @returns the result of the work; null if the lock wasn't available and nothing was done.
 */
export type Once = <T>(key: string, wait: number, work: (current: string) => T) => { readonly value: T } | null;

/** What {@link Once} is made of. */
interface OncePorts {
  readonly lock: Lock;
  readonly properties: Pick<Properties, 'fresh'>;
}

export const once =
  ({ lock, properties }: OncePorts): Once =>
  (key, wait, work) => {
    if (!lock.tryLock(wait)) return null;
    try {
      return { value: work(properties.fresh(key)) };
    } finally {
      lock.release();
    }
  };
