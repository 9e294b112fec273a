declare module 'gas-local' {
  import type { Context } from 'node:vm';

  interface Options {
    /** Which files are loaded, by path. */
    filter?: (path: string) => boolean;
  }
  const gasLocal: { require(folder: string, globals: object, options?: Options): Context };
  export default gasLocal;
}
