import type { Lock, Properties } from './ports';

/**
 * For what must happen once and needs no commit: a Script Property says how far it has come, and is read as it stands
 * while no other execution can write.
 * @param key the Script Property.
 * @param wait so many milliseconds the lock is waited for.
 * @param work decides from the property's present text, and writes properties; it may take no lock of its own.
 * @returns what the work gives; null when the lock could not be had, and nothing was done.
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
