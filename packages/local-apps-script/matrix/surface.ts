import type { Office } from '../office';
import type { GoogleTypes } from './google-types';
import { OBJECTS } from './objects';

/** What a member of Google's is here. */
export type Standing = 'built' | 'refused' | 'silent';

/** A member of one of Google's classes, as a script meets it here. */
export interface Found {
  readonly name: string;
  readonly standing: Standing;
  /** What a script finds, or gets, where it is neither built nor a value. */
  readonly said: string;
}

const REFUSAL = 'not available in the local Apps Script: ';

const standingOf = (kind: string): Standing =>
  kind.startsWith(REFUSAL) ? 'refused' : kind === 'undefined' ? 'silent' : 'built';

/** Runs a function of the script. @throws Error when it fails. */
export const asked = async (
  office: Office,
  name: string,
  ...args: Parameters<Office['call']>[1] & object
): Promise<unknown> => {
  const { outcome } = await office.call(name, args);
  if (outcome.status !== 'completed') throw new Error(`${name}(${JSON.stringify(args)}): ${JSON.stringify(outcome)}`);
  return outcome.value.type === 'json' ? outcome.value.value : null;
};

/** Asks an office with the surface's script for each member of each class that a script can get an object of. */
export const surfaceOf = async (office: Office, { classes }: GoogleTypes): Promise<Map<string, readonly Found[]>> => {
  const found = new Map<string, readonly Found[]>();
  office.world.fetch = () => ({ status: 200, headers: {}, body: '' });
  for (const [name, expression] of Object.entries(OBJECTS)) {
    const members = classes.get(name)?.members.map((member) => member.name) ?? [];
    office.willAnswer('OK', 'x');
    const kinds = (await asked(office, 'kinds', expression, members)) as string[];
    found.set(
      name,
      members.map((member, at) => ({ name: member, standing: standingOf(kinds[at] ?? ''), said: kinds[at] ?? '' })),
    );
  }
  return found;
};
