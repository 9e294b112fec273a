import { looks, type OperationContext, type Operations } from '../operations';

const storeOf = ({ actor }: OperationContext, scope: string): string =>
  scope === 'user' ? `user:${actor.bound}:${actor.effectiveUser}` : `${scope}:${actor.bound}`;

/** CacheService: each argument list starts with the scope. A cache is not durable: nothing here is journaled. */
export const cache: Operations = {
  'Cache.get': looks('cache', (context, scope: string, key: string) =>
    context.world.cache.get(storeOf(context, scope), key, context.now),
  ),
  'Cache.getAll': looks('cache', (context, scope: string, keys: readonly string[]) => {
    const found = keys.map((key) => [key, context.world.cache.get(storeOf(context, scope), key, context.now)] as const);
    return Object.fromEntries(found.filter(([, value]) => value !== null));
  }),
  'Cache.putAll': looks(
    'cache',
    (context, scope: string, values: Readonly<Record<string, string>>, seconds: number) => {
      for (const [key, value] of Object.entries(values)) {
        context.world.cache.put(storeOf(context, scope), key, value, seconds, context.now);
      }
      return null;
    },
  ),
  'Cache.removeAll': looks('cache', (context, scope: string, keys: readonly string[]) => {
    for (const key of keys) context.world.cache.remove(storeOf(context, scope), key);
    return null;
  }),
  'Cache.put': looks('cache', (context, scope: string, key: string, value: string, seconds: number) => {
    context.world.cache.put(storeOf(context, scope), key, value, seconds, context.now);
    return null;
  }),
  'Cache.remove': looks('cache', (context, scope: string, key: string) => {
    context.world.cache.remove(storeOf(context, scope), key);
    return null;
  }),
};
