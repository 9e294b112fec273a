import nodePath from 'node:path';

/**
 * A path below a folder as it is written in this repository, with `/`, on Windows too.
 * @param {string} root
 * @param {string} path
 * @param {{ relative(from: string, to: string): string }} [system] the rules for paths; those of this machine unless told
 */
export const below = (root, path, system = nodePath) => system.relative(root, path).replaceAll('\\', '/');
