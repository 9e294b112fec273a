declare const __VERSION__: string;

/** The version of package.json; the build puts it in. */
export const VERSION: string = __VERSION__;
