import { BUDGETS, BUNDLE_BUDGET, type Budget } from './budgets';
import type { BundleFigures } from './bundle';
import type { Measured } from './operations';

/** The figures that are over their budget, as sentences; counts only, never times. */
export const overBudget = (measured: readonly Measured[], bundle: BundleFigures): string[] => {
  const sentences = measured.flatMap(({ operation, orders, total, locked, commits, apiBytes }) => {
    const budget: Budget = BUDGETS[operation];
    const at = `${operation} at ${orders} orders`;
    return [
      ...(total > budget.calls ? [`${at}: ${total} service calls, at most ${budget.calls} are allowed`] : []),
      ...(budget.locked !== undefined && locked > budget.locked
        ? [`${at}: ${locked} calls while the lock is held, at most ${budget.locked} are allowed`]
        : []),
      ...(budget.commits !== undefined && commits !== budget.commits
        ? [`${at}: ${commits} writes of the advanced service, exactly ${budget.commits} are allowed`]
        : []),
      ...(budget.bytes !== undefined && apiBytes > budget.bytes
        ? [`${at}: ${apiBytes} bytes to and from the advanced service, at most ${budget.bytes} are allowed`]
        : []),
    ];
  });
  const { kilobytes } = bundle;
  return kilobytes > BUNDLE_BUDGET.kilobytes
    ? [...sentences, `the bundle has ${kilobytes} kB, at most ${BUNDLE_BUDGET.kilobytes} are allowed`]
    : sentences;
};
