import type { EmailWriter } from '../core/email-writer';
import { bundleText } from './page-files';

/**
 * Evaluates a bundle that lies in the project as an HTML file: Apps Script runs every script file on every execution, an
 * HTML file only when it is asked for. Its code sees the same services.
 */
const load = (file: string, name: string): unknown => new Function(`${bundleText(file)}\nreturn ${name};`)();

/** @returns what `src/staff-bundle.ts` exports. */
export const loadStaffBundle = (): unknown => load('staff-bundle', 'StaffBundle');

/** @returns what `src/page-bundle.ts` exports. */
export const loadPageBundle = (): unknown => load('page-bundle', 'PageBundle');

let known: EmailWriter | null = null;

/** The email bundle, read and evaluated when the first email of an execution is written. */
const emailBundle = (): EmailWriter => {
  known ??= (load('email-bundle', 'EmailBundle') as { readonly emails: EmailWriter }).emails;
  return known;
};

/** Writes emails by what `src/email-bundle.ts` exports. */
export const emailWriter: EmailWriter = {
  templateOf: (...asked) => emailBundle().templateOf(...asked),
  orderEmail: (...asked) => emailBundle().orderEmail(...asked),
  alertEmail: (...asked) => emailBundle().alertEmail(...asked),
};
