import type { Office } from 'local-apps-script';
import { type OfficeChoices as AnyChoices, openOffice as openAny } from 'local-apps-script/testing';
import { CPS } from '../../demo/cps';

export { closeOffices, NOW } from 'local-apps-script/testing';

/** What a test may choose; without a script it gets the built product. */
export type OfficeChoices = Partial<AnyChoices>;

/** An office of CPS with a spreadsheet, on a clock that stands still. Close it with `closeOffices`. */
export const openOffice = ({ script = 'dist', ...choices }: OfficeChoices = {}): Office =>
  openAny({ ...CPS, ...choices, script });
