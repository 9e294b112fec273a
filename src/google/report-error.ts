/** Writes an unforeseen error to the execution log: its text stays inside, answers never carry it. */
export const reportError = (error: unknown): void => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
};
