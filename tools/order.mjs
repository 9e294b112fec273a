// Sends an order from a file to the local host, signed the way the ordering platform would sign it. Works in every shell;
// a curl command doesn't.
//   npm run order -- examples/order.json
//   --to ADDRESS  where the host runs (http://localhost:8787)
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { post } from '../examples/client.mjs';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

/** @param {string} sentence */
const giveUp = (sentence) => {
  console.error(`order: ${sentence}`);
  process.exit(1);
};

/** The command line. */
const asked = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { to: { type: 'string', default: 'http://localhost:8787' } },
    });
    if (positionals.length !== 1) return giveUp('which file? npm run order -- examples/order.json');
    return { host: values.to.replace(/\/+$/, ''), file: String(positionals[0]) };
  } catch (error) {
    return giveUp(/** @type {Error} */ (error).message);
  }
};

/** @param {string} file */
const orderIn = async (file) => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return giveUp(`${file} can't be read as JSON: ${/** @type {Error} */ (error).message}`);
  }
};

/** The host's state: the web app's address, its secret, its clock. @param {string} host */
const stateOf = async (host) => {
  try {
    return await (await fetch(`${host}/local/state`)).json();
  } catch {
    return giveUp(`there's no answer from ${host}. Start the host with npm start, or give its address with --to`);
  }
};

const { host, file } = asked();
const order = await orderIn(file);
const { webAppUrl, webhookSecret, clock } = await stateOf(host);
try {
  const cps = { webApp: webAppUrl, secret: webhookSecret, now: () => Date.parse(clock) };
  console.log(JSON.stringify(await post(cps, order), null, 2));
} catch (error) {
  giveUp(/** @type {Error} */ (error).message);
}
