import { OPERATOR } from '../core/roles';
import { LAST_GOOD, readConfig } from '../workbook/config';
import type { WorkbookView } from '../workbook/view';
import type { SetUpResult } from './run-set-up';

/** What the set-up dialog shows. */
export interface Checklist extends SetUpResult {
  readonly version: string;
  readonly person: string;
  readonly webAppUrl: string;
  /** The studio's name and postal address, as Settings have them. */
  readonly studioName: string;
  readonly studioAddress: string;
  /** What the account may still send today; null in a copy and for other staff. */
  readonly emailsLeft: number | null;
}

/** Puts the checklist together; `view` is null where nothing may be read. */
export const checklistOf = (
  result: SetUpResult,
  facts: {
    readonly version: string;
    readonly person: string;
    readonly view: WorkbookView | null;
    readonly properties: Readonly<Record<string, string>>;
    readonly emailsLeft: () => number;
  },
): Checklist => {
  const { version, person, view, properties } = facts;
  const settings = view && readConfig(view, properties[LAST_GOOD]).settings;
  return {
    ...result,
    operator: properties[OPERATOR] ?? '',
    version,
    person,
    webAppUrl: settings?.webAppUrl ?? '',
    studioName: settings?.studioName ?? '',
    studioAddress: settings?.studioAddress ?? '',
    emailsLeft: result.role === 'operator' ? facts.emailsLeft() : null,
  };
};
