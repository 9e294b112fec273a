/** The scripts and styles that a page of src/ui names, as imports that knip can follow. */
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
        'src/back-room.ts',
        'src/ui/**/*.html',
        'src/ui/kit/gallery.tsx',
        'demo/bench/main.ts',
        'test/**/*.test.ts',
        'test/print/jobs.ts',
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
      project: ['**/*.{ts,html}'],
      typescript: { config: ['**/tsconfig.json'] },
    },
  },
  // A type that its own file uses in an exported signature may be exported, too; functions and values may not.
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: { html: named },
};
