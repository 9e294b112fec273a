/** What of papaparse is used here. Its published types name Node and the browser, which this folder must not see. */
declare module 'papaparse' {
  export const unparse: (
    rows: readonly (readonly (string | number | boolean)[])[],
    options: { readonly newline: string },
  ) => string;
}
