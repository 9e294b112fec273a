import { CODES } from './state-names';

/** The 62 state codes that USPS delivers to: states, DC, territories, freely associated states, military. */
export const STATES: ReadonlySet<string> = new Set(CODES.values());
