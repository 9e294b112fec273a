// Checks that imports in src only go down the list of src/layers.json, and that docs/architecture.md shows that list.
//   --write  write the list to docs/architecture.md
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLayers } from './layers/check.mjs';
import { picture } from './layers/picture.mjs';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const root = fileURLToPath(new URL('..', import.meta.url));
const { problems, summary } = checkLayers(join(root, 'src'));
const all = [...problems, ...picture(root, process.argv.includes('--write'))];
for (const problem of all) console.error(`layers: ${problem}`);
console.log(summary);
process.exit(all.length === 0 ? 0 : 1);
