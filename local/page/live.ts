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
 * and never leaving out what changed last.
 */
export const oneAtATime = (work: () => Promise<void>): (() => void) => {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run();
  };
};
