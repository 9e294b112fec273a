/** The cache's count of long waits for the lock, by the hour since 1970. */
export const lockWaitsKey = (time: number): string => `lock waits:${Math.floor(time / 3_600_000)}`;
