import type { Outcome } from '../google/execution';
import type { Json } from '../google/operations';

/** What google.script.run hands to the page: a result, or the error for the failure handler. */
export type RunAnswer =
  | { readonly result: Json }
  | { readonly error: { readonly name: string; readonly message: string } };

/** An outcome as the page gets it. @param dateLosesAll whether one Date in it makes the whole result null (a switch). */
export const runAnswer = (outcome: Outcome, dateLosesAll: boolean): RunAnswer => {
  if (outcome.status === 'failed') {
    const { name, message } = outcome.error;
    return { error: { name, message } };
  }
  if (outcome.status !== 'completed') return { error: { name: 'Error', message: `The script was ${outcome.status}.` } };
  const { value } = outcome;
  return value.type !== 'json' || (value.lost && dateLosesAll) ? { result: null } : { result: value.value };
};
