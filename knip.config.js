import { fileURLToPath } from 'node:url';
import { dialogScripts } from './tools/build/pages.mjs';
import { bundleScripts } from './tools/build/scripts.mjs';
import { below } from './tools/shared/paths.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const { surface } = await bundleScripts(root);
const { scripts } = await dialogScripts(root, surface.pages);

/** The scripts and styles that a page names, as imports that knip can follow. */
const named = (html) =>
  [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)=(["'])(\.[^"']+)\1/g)]
    .map(([, , path]) => `import '${path}';`)
    .join('\n');

/** @type {import('knip').KnipConfig} */
export default {
  workspaces: {
    '.': {
      entry: [
        'tools/*.mjs',
        'src/main.ts',
        'src/staff-bundle.ts',
        'src/page-bundle.ts',
        'src/email-bundle.ts',
        ...scripts.map((path) => below(root, path)),
        'src/customers/page/customer-page.html',
        'src/ui-kit/gallery.tsx',
        'demo/main.ts',
        'demo/page/main.ts',
        'demo/bench/main.ts',
        'jest.campaign.cjs',
        'test/**/*.test.ts',
        'test/beliefs/index.ts',
        'test/print/jobs.ts',
        'test/support/clasp-stand-in.mjs',
        'test/support/read-pdf.mjs',
      ],
      project: ['*.{mjs,js,cjs}', 'tools/**/*.mjs', 'src/**/*.{ts,tsx,html}', 'demo/**/*.ts', 'test/**/*.{ts,mjs,cjs}'],
      typescript: { config: ['{src,demo,test}/**/tsconfig.json', 'tsconfig.base.json'] },
    },
    'packages/local-apps-script': {
      entry: [
        'host/main.ts',
        'script/worker.ts',
        'script/prelude/index.ts',
        'script/prelude/language.ts',
        'page/main.ts',
        'page/index.html',
        'test/**/*.test.ts',
      ],
      project: ['*.mjs', '**/*.{ts,html}'],
      typescript: { config: ['**/tsconfig.json'] },
    },
  },
  // A type that its own file uses in an exported signature may be exported, too; functions and values may not.
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: { html: named },
};
