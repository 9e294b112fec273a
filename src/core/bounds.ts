/** The most rows in the Rejected tab. When it's full, nothing is added until set-up or staff make room. */
export const MOST_REJECTED = 5_000;

/** Archive tabs of the Activity tab. A long one is moved aside under a name that begins so. */
export const MOST_ARCHIVES = 50;
export const ARCHIVE_NAME = 'Activity until ';

/** Characters that all Script Properties hold together (docs/google.md G2: 500 kB). */
export const MOST_PROPERTIES = 500_000;
