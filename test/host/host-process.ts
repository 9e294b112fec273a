import { resolve } from 'node:path';
import { hostProgram } from 'local-apps-script/testing';

export { cleanUp, type HostProcess, newFolder, scriptFolder } from 'local-apps-script/testing';

/** The host of CPS Orders, as `npm start` runs it. `startPreparing` is for one that makes sample orders. */
export const { startHost, startPreparing, runHost } = hostProgram(resolve('build/host.mjs'));
