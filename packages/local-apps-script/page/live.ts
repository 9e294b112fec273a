/**
 * Listens to the host and calls `changed` whenever something may look different: at the start, after each change
 * there, and (with true) when a lost connection is back.
 */
export const listen = (changed: (isBack: boolean) => void, status: (isLost: boolean) => void): void => {
  const source = new EventSource('/local/events');
  let isLost = false;
  source.onmessage = () => {
    status(false);
    changed(isLost);
    isLost = false;
  };
  source.onerror = () => {
    isLost = true;
    status(true);
  };
};

/**
 * Runs `work` now or, while it still runs, once more after it: however often it is asked for, never two at a time,
 * and never leaving out what changed last. Done when it has run since it was asked for.
 */
export const oneAtATime = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const run = (): Promise<void> => {
    next = null;
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running && !next) return run();
    next ??= (running ?? Promise.resolve()).then(run, run);
    return next;
  };
};
