import type { Json, Office } from 'local-apps-script';
import { BadInput, type Call } from 'local-apps-script/host';
import { isAuthMode } from './options';
import { provenPost } from './proven-post';
import { authOf, secretsOf } from './set-up';

/** Sends a body as the platform does, with the proof the sheet asks for. Returns the web app's answer, parsed if it's JSON. */
const postAsPlatform = async (office: Office, body: unknown): Promise<Json> => {
  if (typeof body !== 'object' || body === null) throw new BadInput('"body" must be a JSON object.');
  const mode = authOf(office);
  const proven = provenPost(body, isAuthMode(mode) ? mode : 'open', secretsOf(office), office.world.clock.now());
  const response = await office.request({ method: 'POST', ...proven, contentType: 'application/json' });
  const key = response.location?.replace(/^.*\//, '');
  const text = key === undefined ? response.body : office.echo(key).body;
  try {
    return { answer: JSON.parse(text) as Json };
  } catch {
    return { answer: { ok: false, error: `The web app answered with a page instead of JSON: ${text.slice(0, 300)}` } };
  }
};

/** The calls that CPS Orders adds to the control API. */
export const CALLS: Readonly<Record<string, Call>> = {
  'POST /local/order': (office, input) => postAsPlatform(office, input.body),
};
