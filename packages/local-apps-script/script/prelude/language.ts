/**
 * The language's own globals, as the build puts them in place of every global that the prelude names: the prelude then
 * reaches them right away, and keeps them whatever the script declares or replaces. `Date` is the real one here; the
 * script's follows the world (clock-and-chance.ts).
 */
// biome-ignore-start lint/suspicious/noShadowRestrictedNames: standing in for these names is what this file is for.
export const {
  Array,
  Date,
  Error,
  Function,
  JSON,
  Map,
  Math,
  Number,
  Object,
  Promise,
  Proxy,
  Reflect,
  Set,
  String,
  WeakMap,
  encodeURIComponent,
} = globalThis;
// biome-ignore-end lint/suspicious/noShadowRestrictedNames: as above.
