declare const __VERSION__: string;
declare const __BUILD__: string;

/** The version of package.json; the build puts it in. */
export const VERSION: string = __VERSION__;

/** The version and what was built of it: `0.1.0+3f2a91c4`. Scripts that differ in anything have different ones. */
export const RELEASE: string = `${__VERSION__}+${__BUILD__}`;
