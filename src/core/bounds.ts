/** Rows of the Rejected tab: beyond them nothing more is kept until set-up or a person makes room. */
export const MOST_REJECTED = 5_000;

/** Archive tabs of the Activity tab. A long one is moved aside under a name that begins so. */
export const MOST_ARCHIVES = 50;
export const ARCHIVE_NAME = 'Activity until ';

/** Characters that all Script Properties hold together (docs/google.md G2: 500 kB). */
export const MOST_PROPERTIES = 500_000;
