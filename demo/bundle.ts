import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HostError } from 'local-apps-script/host';

/** The folder of the product's bundle, beside the folder of the built host. @throws HostError when it is not built. */
export const bundleBeside = (build: string): string => {
  const dist = join(build, '..', 'dist');
  if (existsSync(join(dist, 'Code.js'))) return dist;
  throw new HostError('The bundle dist/Code.js is missing. Run `npm run build`, or start with `npm start`.');
};
