/** The scripts and styles that a page of src/ui names, as imports that knip can follow. */
const named = (html) =>
  [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)=(["'])(\.[^"']+)\1/g)]
    .map(([, , path]) => `import '${path}';`)
    .join('\n');

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    'tools/*.mjs',
    'src/main.ts',
    'src/back-room.ts',
    'src/ui/**/*.html',
    'src/ui/kit/gallery.tsx',
    'local/host/main.ts',
    'local/script/worker.ts',
    'local/script/prelude/index.ts',
    'local/script/prelude/language.ts',
    'local/page/main.ts',
    'local/bench/main.ts',
    'test/**/*.test.ts',
    'test/print/jobs.ts',
    'test/support/read-pdf.mjs',
  ],
  project: ['*.{mjs,js,cjs}', 'tools/**/*.mjs', 'src/**/*.{ts,tsx,html}', 'local/**/*.ts', 'test/**/*.{ts,mjs,cjs}'],
  // A type that its own file uses in an exported signature may be exported, too; functions and values may not.
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: { html: named },
  typescript: { config: ['{src,local,test}/**/tsconfig.json', 'tsconfig.base.json'] },
};
