import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runHost } from 'local-apps-script/host';
import { bundleBeside } from './bundle';
import { CPS } from './cps';
import { postingLines } from './greeting';
import { CPS_OPTIONS } from './options';
import { closedToOtherSites } from './other-sites';
import { CALLS } from './post-as-platform';
import { goBack, postSample } from './sample/sample';
import { secretsOf, setAuth, setUp } from './set-up';

await runHost(
  {
    name: CPS.name,
    office: CPS,
    script: () => bundleBeside(dirname(fileURLToPath(import.meta.url))),
    options: CPS_OPTIONS,
    calls: CALLS,
    closedToOtherSites,
    prepare: async ({ office, storage, options, tell }) => {
      goBack(office, options.sample);
      await setUp(office, storage);
      setAuth(office, options.auth);
      await postSample(office, storage, options.sample, options.auth, tell);
    },
    greeting: (office, webApp, { auth }) => postingLines(webApp, auth, secretsOf(office), office.world.clock.now()),
  },
  process.argv.slice(2),
);
