import { join } from 'node:path';
import { hostProgram } from '../../testing';

/** The host alone, for any script. */
export const { startHost, runHost } = hostProgram(join(__dirname, '../../build/host.mjs'));
