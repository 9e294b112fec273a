import { buildLocal } from './local.mjs';
import { buildProduct } from './product.mjs';

/**
 * Builds the product and the local Apps Script side by side; a build to be pasted is the product alone.
 * @param {{ root: string, flat?: boolean, whole?: boolean, paste?: boolean, calls?: boolean, handlers?: boolean }} options `root` is the project's folder.
 * @returns {Promise<{ problems: string[], report: string[] }>} `problems` is empty when everything was built and checked.
 */
export const build = async (options) => {
  const parts = await Promise.all([buildProduct(options), ...(options.paste ? [] : [buildLocal(options)])]);
  return {
    problems: parts.flatMap((part) => part.problems),
    report: parts.flatMap((part) => part.report),
  };
};
