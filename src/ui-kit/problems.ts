import type { FieldProblem as Problem } from '../core/refusal';

export type { Problem };

/** The problems by field, several of one field as one text. */
export const byField = (problems: readonly Problem[]): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const { field, message } of problems) found[field] = [found[field], message].filter(Boolean).join(' ');
  return found;
};
