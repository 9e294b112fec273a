import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './host-error';
import { type Answer, refusal } from './http';

const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
  '/page.js.map': { file: 'page.js.map', type: 'application/json; charset=utf-8' },
  '/page.css.map': { file: 'page.css.map', type: 'application/json; charset=utf-8' },
};

/** Only our own files, no address elsewhere: an email that names a picture on the internet shows none. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What the page is called in its file, and the project's name for it. */
const NAME = 'Local Apps Script';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

const named = (page: Buffer, name: string): string =>
  page.toString('utf8').replaceAll(NAME, () => name.replace(/[&<"]/g, (sign) => ENTITIES[sign] ?? sign));

/**
 * One of the files of the page that people look at, its title and heading the project's name; undefined when the path
 * is none of them.
 */
export const pageFile = (folder: string, path: string, name: string): Answer | undefined => {
  const known = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (!known) return undefined;
  try {
    const content = readFileSync(join(folder, known.file));
    return {
      status: 200,
      body: path === '/' ? named(content, name) : content,
      type: known.type,
      headers: { 'Content-Security-Policy': POLICY },
    };
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return refusal(404, `The page is not built: ${known.file} is missing. Run \`npm run build\`.`);
  }
};
