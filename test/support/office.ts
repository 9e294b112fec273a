import { relative } from 'node:path';
import { expect } from '@jest/globals';
import type { Loader, Office } from 'local-apps-script';
import { type OfficeChoices as AnyChoices, openOffice as openAny } from 'local-apps-script/testing';
import { CPS } from '../../demo/cps';
import { CONFORMANCE } from './conformance';

export { closeOffices, NOW } from 'local-apps-script/testing';

/** What a test may choose; without a script it gets the built product, loaded by gas-local in the tests of {@link CONFORMANCE}. */
export type OfficeChoices = Partial<AnyChoices>;

const usualLoader = (): Loader => {
  const path = relative(process.cwd(), expect.getState().testPath ?? '').replaceAll('\\', '/');
  return CONFORMANCE.includes(path) ? 'gas-local' : 'compiled';
};

/** An office of CPS with a spreadsheet, on a clock that stands still. Close it with `closeOffices`. */
export const openOffice = ({ script = 'dist', loader = usualLoader(), ...choices }: OfficeChoices = {}): Office =>
  openAny({ ...CPS, ...choices, script, loader });
