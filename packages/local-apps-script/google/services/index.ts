import type { Operations } from '../operations';
import { cache } from './cache';
import { drive } from './drive';
import { host } from './host';
import { lock } from './lock';
import { mail } from './mail';
import { properties } from './properties';
import { scriptApp } from './script-app';
import { session } from './session';
import { spreadsheets } from './spreadsheets';
import { ui } from './ui';
import { urlFetch } from './url-fetch';

/** Everything that Google's side can do, by the name that the script writes. */
export const operations: Operations = {
  ...properties,
  ...cache,
  ...drive,
  ...host,
  ...lock,
  ...mail,
  ...scriptApp,
  ...session,
  ...ui,
  ...spreadsheets,
  ...urlFetch,
};
