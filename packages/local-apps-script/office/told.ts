import type { ExecutionRecord } from '../google/execution';

/** What an execution that is over leaves to be reported: an error with its place, what was refused. Empty when all went well. */
export const toldOf = ({ id, kind, function: name, error, place, stack, refusals }: ExecutionRecord): string[] => {
  const where = place === null ? '' : ` (${place.file}, line ${place.line})`;
  const what = `${name} (${kind}, execution ${id})`;
  return [
    ...refusals.map((refused) => `Refused in ${what}: the local Apps Script doesn't have ${refused}.`),
    ...(error === null ? [] : [`Failed: ${what}: ${error}${where}`, ...(stack === '' ? [] : [stack])]),
  ];
};

/** What an execution asked for that is not here and did not fail with: its script caught the refusal. */
export const swallowedIn = ({ error, refusals }: ExecutionRecord): readonly string[] =>
  refusals.filter((refused) => !error?.includes(refused));
