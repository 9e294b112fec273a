// Before each test file: how the scripts of its offices are loaded.
import { relative } from 'node:path';
import { expect } from '@jest/globals';
import { CONFORMANCE } from './conformance';

const path = relative(process.cwd(), expect.getState().testPath ?? '').replaceAll('\\', '/');
process.env.SCRIPT_LOADER = CONFORMANCE.includes(path) ? 'gas-local' : 'compiled';
